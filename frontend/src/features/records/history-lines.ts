import type { RecordAction, RecordRevision, RecordType } from '../../api';
import { changesBetween, type FieldChange, type Names } from './value-words';

export const ACTION_WORDS: Readonly<Record<RecordAction, string>> = {
  enter: '登记',
  edit: '修改',
  attach: '上传材料',
  detach: '移除材料',
  approve: '通过',
  return: '退回',
  withdraw: '撤回',
};

export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly reason: string | null;
  readonly selfApproval: boolean;
  readonly changes: readonly FieldChange[];
  /** “上传：纪要.pdf”, “移除：照片.jpg”. */
  readonly files: readonly string[];
}

type Files = RecordRevision['evidence'];

/** The first revision of an imported record does not know the numbers of its files; they are 0 and the name decides. */
function isSame(a: Files[number], b: Files[number]): boolean {
  return a.id === 0 || b.id === 0 ? a.type === b.type && a.name === b.name : a.id === b.id;
}

function fileWords(before: Files, after: Files): string[] {
  const lacks = (files: Files, file: Files[number]) => !files.some((one) => isSame(one, file));
  return [
    ...after.filter((file) => lacks(before, file)).map(({ name }) => `上传：${name}`),
    ...before.filter((file) => lacks(after, file)).map(({ name }) => `移除：${name}`),
  ];
}

/** The history, newest first, with what each step changed. */
export function historyLines(
  type: Pick<RecordType, 'fields'>,
  revisions: readonly RecordRevision[],
  names: Names,
): HistoryLine[] {
  const inOrder = [...revisions].sort((a, b) => a.seq - b.seq);
  const lines = inOrder.map((revision, index) => {
    const before = inOrder[index - 1];
    const { seq, at, by, action, reason, selfApproval } = revision;
    return {
      seq,
      at,
      by,
      action: ACTION_WORDS[action],
      reason,
      selfApproval,
      changes: before ? changesBetween(type, before.fields, revision.fields, names) : [],
      files: fileWords(before?.evidence ?? [], revision.evidence),
    };
  });
  return lines.reverse();
}
