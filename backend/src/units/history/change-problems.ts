import { absence, lastName, quoted } from './absence.js';
import { existsOn, type Histories, historyOf, lastState, rankAbove, rankOf, stateOn, statesSince } from './history.js';
import type { NewUnit, UnitChange, UnitChangeProblem, UnitHistory } from './history.types.js';
import type { UnitKind } from '../units.types.js';

type Problems = UnitChangeProblem[];

const RANK_LABELS = { county: '县', bureau: '县直部门', town: '镇、街道', village: '村、社区' } as const;

/** Everything that speaks against a change, in the order of its fields; empty when it may be applied. */
export function changeProblems(histories: Histories, change: UnitChange): readonly UnitChangeProblem[] {
  const world: World = { histories, day: change.day };
  switch (change.type) {
    case 'found':
      return newUnitProblems(world, change, { kind: change.kind, parentCode: change.parentCode }, '', []);
    case 'rename':
    case 'kind':
    case 'move':
      return restateProblems(world, change);
    case 'merge':
      return mergeProblems(world, change);
    case 'split':
      return splitProblems(world, change);
    case 'close':
      return closeProblems(world, change.code);
  }
}

interface World {
  readonly histories: Histories;
  readonly day: string;
}

const invalid = (field: string, sentence: string): UnitChangeProblem => ({ field, sentence, kind: 'invalid' });
const conflict = (field: string, sentence: string): UnitChangeProblem => ({ field, sentence, kind: 'conflict' });

/** The unit has to exist on the day of the change, and to have had no change later than that. */
function aliveProblems({ histories, day }: World, code: string, field: string): Problems {
  const unit = historyOf(histories, code);
  if (unit === null) return [invalid(field, `没有代码为${quoted(code)}的单位，请写单位列表里的代码。`)];
  const gone = absence(histories, unit, day);
  if (gone !== null) return [conflict(field, `${gone}，${day} 不能变更它，请核对单位和日期。`)];
  if (unit.lastChange === null || unit.lastChange <= day) return [];
  const name = quoted(lastState(unit).shortName);
  return [conflict('day', `${name}在 ${unit.lastChange} 已有变更，请写 ${unit.lastChange} 当天或以后的日期。`)];
}

type Restated = Extract<UnitChange, { type: 'rename' | 'kind' | 'move' }>;

function restateProblems(world: World, change: Restated): Problems {
  const problems = aliveProblems(world, change.code, 'code');
  const unit = historyOf(world.histories, change.code);
  if (problems.length > 0 || unit === null) return problems;
  const before = stateOn(unit, world.day);
  const after = { ...before, ...defined(change) };
  if (change.type === 'kind') problems.push(...kindProblems(before.kind, change.kind, 'kind'));
  if (change.type === 'move') problems.push(...moveProblems(world, change, unit));
  if (problems.length > 0) return problems;
  return nameProblems(world, { code: change.code, ...after }, '', []);
}

const defined = ({ type: _, day: __, ...rest }: Restated) => {
  const { name, shortName, kind, parentCode }: Partial<NewUnit> = rest;
  return {
    ...(name === undefined ? {} : { name }),
    ...(shortName === undefined ? {} : { shortName }),
    ...(kind === undefined ? {} : { kind }),
    ...(parentCode === undefined ? {} : { parentCode }),
  };
};

function kindProblems(before: UnitKind, after: UnitKind, field: string): Problems {
  if (rankOf(before) === rankOf(after)) return [];
  const label = RANK_LABELS[rankOf(before)];
  return [invalid(field, `${label}的类别只能在${label}之间变，不能改成“${after}”，请另写类别。`)];
}

function moveProblems(
  world: World,
  { parentCode }: Extract<UnitChange, { type: 'move' }>,
  unit: UnitHistory,
): Problems {
  return parentProblems(world, stateOn(unit, world.day).kind, parentCode, 'parentCode');
}

/** The parent exists from the day on, and is of the kind that stands above. */
function parentProblems({ histories, day }: World, kind: UnitKind, parentCode: string | null, field: string): Problems {
  const rank = rankAbove(rankOf(kind));
  if (rank === null) return [invalid(field, '县没有上级，也不能新设或并入，请核对单位。')];
  const parent = parentCode === null ? null : historyOf(histories, parentCode);
  if (parent === null)
    return [invalid(field, `没有代码为${quoted(parentCode ?? '')}的上级单位，请写单位列表里的代码。`)];
  if (!existsOn(parent, day))
    return [conflict(field, `${absence(histories, parent, day) ?? ''}，${day} 不能做上级，请另写上级或改日期。`)];
  const name = quoted(stateOn(parent, day).shortName);
  if (rankOf(stateOn(parent, day).kind) !== rank)
    return [invalid(field, `${name}不能做它的上级：${RANK_LABELS[rankOf(kind)]}的上级是${RANK_LABELS[rank]}。`)];
  if (parent.to === null) return [];
  return [conflict(field, `${name}到 ${parent.to} 为止，以后不能做上级，请另写上级。`)];
}

/** A code that nobody has, a fitting parent, a name that can be told apart. `ending`: units whose names become free. */
function newUnitProblems(
  world: World,
  unit: NewUnit,
  like: { readonly kind: UnitKind; readonly parentCode: string | null },
  path: string,
  ending: readonly string[],
): Problems {
  const { kind = like.kind, parentCode = like.parentCode } = unit;
  const used = historyOf(world.histories, unit.code);
  const problems: Problems = [];
  if (used !== null) {
    const sentence = `代码${quoted(unit.code)}已是${quoted(lastState(used).shortName)}的代码，请写一个没有用过的代码。`;
    problems.push(conflict(`${path}code`, sentence));
  }
  if (unit.name === '' || unit.shortName === '')
    problems.push(invalid(`${path}name`, '新单位要写全称（name）和简称（shortName），请补上。'));
  problems.push(...kindProblems(like.kind, kind, `${path}kind`));
  if (ending.includes(parentCode ?? ''))
    problems.push(conflict(`${path}parentCode`, '上级在这一天也结束了，请另写上级。'));
  if (problems.length === 0) problems.push(...parentProblems(world, kind, parentCode, `${path}parentCode`));
  return problems.length > 0 ? problems : nameProblems(world, { ...unit, kind, parentCode }, path, ending);
}

/** No other unit under the same parent bears the short name on that day or later; among bureaus not even a former one. */
function nameProblems(
  { histories, day }: World,
  unit: {
    readonly code: string;
    readonly shortName: string;
    readonly kind: UnitKind;
    readonly parentCode: string | null;
  },
  path: string,
  ending: readonly string[],
): Problems {
  const twin = histories.find((other) => {
    if (other.code === unit.code || ending.includes(other.code)) return false;
    const since = statesSince(other, day);
    if (!since.some(({ parentCode }) => parentCode === unit.parentCode)) return false;
    return (unit.kind === 'bureau' ? other.states : since).some(
      ({ shortName, parentCode }) => shortName === unit.shortName && parentCode === unit.parentCode,
    );
  });
  if (twin === undefined) return [];
  const called = lastState(twin).shortName;
  const whose = called === unit.shortName ? '' : `（现在的${quoted(called)}）`;
  return [conflict(`${path}shortName`, `同一上级下已有简称${quoted(unit.shortName)}${whose}，请写得能区别。`)];
}

function mergeProblems(world: World, { codes, into }: Extract<UnitChange, { type: 'merge' }>): Problems {
  const { histories, day } = world;
  const distinct = [...new Set(codes)];
  if (distinct.length < codes.length) return [invalid('codes', '合并的单位里有重复的代码，请各写一次。')];
  if (distinct.length < 2) return [invalid('codes', '合并至少要有两个单位；只改名称请用 rename。')];
  const problems = distinct.flatMap((code) => aliveProblems(world, code, 'codes'));
  const units = distinct.flatMap((code) => historyOf(histories, code) ?? []);
  const [first] = units;
  if (problems.length > 0 || first === undefined) return problems;
  const like = stateOn(first, day);
  const odd = units.find((unit) => rankOf(stateOn(unit, day).kind) !== rankOf(like.kind));
  if (odd !== undefined || like.kind === 'county') {
    const names = units.map((unit) => quoted(stateOn(unit, day).shortName)).join('、');
    return [invalid('codes', `${names}不能合并：只有部门与部门、镇街与镇街、村社与村社可以合并。`)];
  }
  const ending = distinct.filter((code) => code !== into.code);
  const { name = '', shortName = '' } = into;
  if (!distinct.includes(into.code)) return newUnitProblems(world, { ...into, name, shortName }, like, 'into.', ending);
  const going = units.find(({ code }) => code === into.code) ?? first;
  const own = stateOn(going, day);
  const after = { kind: into.kind ?? own.kind, parentCode: into.parentCode ?? own.parentCode };
  return [
    ...kindProblems(own.kind, after.kind, 'into.kind'),
    ...parentProblems(world, after.kind, after.parentCode, 'into.parentCode'),
    ...nameProblems(world, { code: into.code, shortName: into.shortName ?? own.shortName, ...after }, 'into.', ending),
  ];
}

function splitProblems(world: World, { code, parts, heir }: Extract<UnitChange, { type: 'split' }>): Problems {
  const problems = aliveProblems(world, code, 'code');
  const whole = historyOf(world.histories, code);
  if (problems.length > 0 || whole === null) return problems;
  const like = stateOn(whole, world.day);
  const codes = parts.map((part) => part.code);
  if (like.kind === 'county') return [invalid('code', '县不能拆分，请核对单位。')];
  if (codes.length < 2) return [invalid('parts', '拆分至少要有两个单位；只改名称请用 rename。')];
  if (new Set(codes).size < codes.length) return [invalid('parts', '拆分出的单位里有重复的代码，请各写一个。')];
  const names = parts.map((part) => part.shortName);
  if (new Set(names).size < names.length) return [invalid('parts', '拆分出的单位里有重复的简称，请写得能区别。')];
  if (!codes.includes(heir)) {
    const sentence = `接续记录的单位${quoted(heir)}不在拆分出的单位里，请从 ${codes.join('、')} 中写一个。`;
    return [invalid('heir', sentence)];
  }
  if (codes.includes(code) && heir !== code)
    return [invalid('heir', `${quoted(like.shortName)}拆分后还在，它的记录由它自己接续，heir 请写 ${code}。`)];
  return parts.flatMap((part, index) => {
    const path = `parts.${index}.`;
    const { kind = like.kind, parentCode = like.parentCode } = part;
    if (part.code !== code) return newUnitProblems(world, part, like, path, [code]);
    return [
      ...kindProblems(like.kind, kind, `${path}kind`),
      ...parentProblems(world, kind, parentCode, `${path}parentCode`),
      ...nameProblems(world, { ...part, kind, parentCode }, path, []),
    ];
  });
}

function closeProblems(world: World, code: string): Problems {
  const problems = aliveProblems(world, code, 'code');
  const unit = historyOf(world.histories, code);
  if (problems.length > 0 || unit === null) return problems;
  const name = quoted(stateOn(unit, world.day).shortName);
  if (stateOn(unit, world.day).kind === 'county') return [invalid('code', '县不能撤销，请核对单位。')];
  const below = world.histories.filter((other) =>
    statesSince(other, world.day).some(({ parentCode }) => parentCode === code),
  );
  if (below.length === 0) return [];
  const some = below.slice(0, 3).map((other) => lastName(world.histories, other.code));
  const names = `${some.join('、')}${below.length > 3 ? '等' : ''}`;
  const sentence = `${name}下面还有 ${below.length} 个单位（${names}），请先把它们划走、合并或撤销，再撤销${name}。`;
  return [conflict('code', sentence)];
}
