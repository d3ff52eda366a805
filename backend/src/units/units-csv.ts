import { join } from 'node:path';
import { readTextFile } from '../platform/files/index.js';
import { UNIT_KINDS, type UnitKind, type UnitProblem, type UnitRow } from './units.types.js';

const FILE = 'units.csv';
const HEADER = 'code,name,short_name,kind,parent_code,aliases';

export interface UnitList {
  readonly units: readonly UnitRow[];
  readonly problems: readonly UnitProblem[];
}

/** Reads `units.csv` of the seeds folder; what does not fit comes back as problems with their lines. */
export function readUnits(seedsFolder: string): UnitList {
  const read = readTextFile(join(seedsFolder, FILE));
  if ('fault' in read) return { units: [], problems: [{ file: FILE, line: 1, sentence: read.fault }] };
  return parseUnits(read.text);
}

/** The same for text already read. A parent has to stand before its children, which also rules out circles. */
export function parseUnits(text: string): UnitList {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const units: UnitRow[] = [];
  const problems: UnitProblem[] = [];
  if (lines[0] !== HEADER) problems.push({ file: FILE, line: 1, sentence: `第一行应为：${HEADER}` });
  const seen = new Map<string, UnitRow>();
  lines.slice(1).forEach((line, index) => {
    if (line.trim() === '') return;
    const report = (sentence: string) => problems.push({ file: FILE, line: index + 2, sentence });
    const unit = parseLine(line, seen, report);
    if (unit === null) return;
    seen.set(unit.code, unit);
    units.push(unit);
  });
  return { units, problems };
}

function parseLine(
  line: string,
  seen: ReadonlyMap<string, UnitRow>,
  report: (sentence: string) => void,
): UnitRow | null {
  const cells = line.split(',');
  const [code = '', name = '', shortName = '', kind = '', parentCode = '', aliases = ''] = cells.map((c) => c.trim());
  const wrong = fault(cells.length, { code, name, shortName, kind, parentCode }, seen);
  if (wrong !== null || !isKind(kind)) {
    report(wrong ?? `单位类别只能写：${UNIT_KINDS.join('、')}`);
    return null;
  }
  return {
    code,
    name,
    shortName,
    kind,
    parentCode: parentCode === '' ? null : parentCode,
    aliases: aliases === '' ? [] : aliases.split('|'),
  };
}

function fault(
  cellCount: number,
  cells: { code: string; name: string; shortName: string; kind: string; parentCode: string },
  seen: ReadonlyMap<string, UnitRow>,
): string | null {
  if (cellCount !== 6) return `应有 6 格，用半角逗号隔开，实有 ${cellCount} 格`;
  if (cells.code === '' || cells.name === '' || cells.shortName === '') return '代码、名称、简称都要写';
  if (seen.has(cells.code)) return `代码 ${cells.code} 出现了两次，请删去一行或改正代码`;
  if ((cells.parentCode === '') !== (cells.kind === 'county'))
    return '只有县没有上级（parent_code 空着），其余都要写上级代码';
  if (cells.kind === 'county') return [...seen.values()].some((u) => u.kind === 'county') ? '只能有一个县' : null;
  const parent = seen.get(cells.parentCode);
  if (parent === undefined) return `上级 ${cells.parentCode} 不在前面的行里：上级要先写`;
  const sibling = [...seen.values()].some((u) => u.parentCode === cells.parentCode && u.shortName === cells.shortName);
  if (sibling) return `同一上级下已有简称“${cells.shortName}”，请写得能区别`;
  const village = cells.kind === 'village' || cells.kind === 'community';
  const under = village ? parent.kind === 'town' || parent.kind === 'street' : parent.kind === 'county';
  return under ? null : `上级“${parent.shortName}”的类别不对：村、社区的上级是镇、街道，其余的上级是县`;
}

function isKind(text: string): text is UnitKind {
  return UNIT_KINDS.some((kind) => kind === text);
}
