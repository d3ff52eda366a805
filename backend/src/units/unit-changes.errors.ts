import { DomainError } from '../platform/errors/index.js';
import type { UnitChangeProblem } from './history/history.types.js';

const LABELS: Readonly<Record<string, string>> = {
  day: '变更日',
  code: '单位代码',
  codes: '合并的单位',
  name: '全称',
  shortName: '简称',
  kind: '类别',
  parentCode: '上级代码',
  heir: '接续记录的单位',
  parts: '拆分出的单位',
};

/** A change that cannot be entered; nothing was stored. 409 when it contradicts what is stored, else 400. */
export function unitChangeRefused(problems: readonly UnitChangeProblem[]): DomainError {
  const fields = problems.slice(0, 50).map(({ field, sentence }) => ({
    field,
    label: LABELS[field.split('.').at(-1) ?? ''] ?? field,
    message: sentence,
  }));
  const kind = problems.some((problem) => problem.kind === 'conflict') ? 'conflict' : 'invalid';
  const message = [...new Set(fields.map((problem) => problem.message))].join('');
  return new DomainError(kind, 'units.changeRefused', message, { fields });
}
