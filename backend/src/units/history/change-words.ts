import { absence, lastName, quoted } from './absence.js';
import { heirOn, type Histories, historyOf, stateOn } from './history.js';
import type { UnitChange } from './history.types.js';

const KIND_LABELS = {
  county: '县',
  bureau: '县直部门',
  town: '镇',
  street: '街道',
  village: '村',
  community: '社区',
} as const;

/** What a change did, in one sentence; `histories` as they stand after it. */
export function changeInWords(histories: Histories, change: UnitChange): string {
  const name = (code: string, on = change.day): string => {
    const unit = historyOf(histories, code);
    return quoted(unit === null ? code : stateOn(unit, on).shortName);
  };
  const { day } = change;
  switch (change.type) {
    case 'found':
      return `${day} 起设立${quoted(change.shortName)}，上级是${name(change.parentCode)}。`;
    case 'rename':
      return `${day} 起${formerName(histories, change.code, day)}改称${quoted(change.shortName)}。`;
    case 'kind':
      return `${day} 起${name(change.code)}的类别是${KIND_LABELS[change.kind]}。`;
    case 'move':
      return `${day} 起${name(change.code)}划归${name(change.parentCode)}。`;
    case 'merge': {
      const others = change.codes.filter((code) => code !== change.into.code);
      return `${day} 起${others.map((code) => name(code)).join('、')}并入${name(change.into.code)}。`;
    }
    case 'split': {
      const parts = change.parts.map((part) => quoted(part.shortName)).join('、');
      return `${day} 起${formerName(histories, change.code, day)}拆分为${parts}，记录由${name(change.heir)}接续。`;
    }
    case 'close':
      return `${day} 起撤销${quoted(lastName(histories, change.code))}。`;
  }
}

function formerName(histories: Histories, code: string, day: string): string {
  const unit = historyOf(histories, code);
  if (unit === null) return quoted(code);
  const before = unit.states.findLast(({ from }) => from === null || from < day) ?? unit.states[0];
  return quoted(before.shortName);
}

/** Where a record of a day goes that names a unit which is not there on it; null when the unit is there. */
export function registerElsewhere(histories: Histories, code: string, day: string): string | null {
  const unit = historyOf(histories, code);
  const gone = unit === null ? null : absence(histories, unit, day);
  if (unit === null || gone === null) return null;
  if (unit.from !== null && day < unit.from) return `${gone}，请核对日期，或登记到当时的单位。`;
  const heir = goingOn(histories, code, day);
  if (heir !== null) return `${gone}，请登记到${quoted(heir)}。`;
  const { parentCode } = stateOn(unit, day);
  const above = parentCode === null ? null : goingOn(histories, parentCode, day);
  return above === null ? `${gone}，请核对日期。` : `${gone}，请核对日期，或登记到它的上级${quoted(above)}。`;
}

/** Short name, on a day, of the unit or of whoever goes on for it. */
function goingOn(histories: Histories, code: string, day: string): string | null {
  const heir = heirOn(histories, code, day);
  return heir === null ? null : stateOn(heir, day).shortName;
}
