import { fractionOf, numberInWords, type RequirementLine } from '../../scorecard/index.js';

const SHOWN_UNITS = 6;

/** `1／2` for counts, `11/12` for parts of a whole; over several units how many of them have got there. */
export function measuredInWords({ verdict, counts }: RequirementLine): string {
  if (verdict === null) {
    const { met, due } = fractionOf(counts);
    return due === 0 ? '' : `${met}/${due} 个单位`;
  }
  const { measured, of, required } = verdict;
  if (measured === null || of === 0) return '';
  if (of === null)
    return required === null ? numberInWords(measured) : `${numberInWords(measured)}／${numberInWords(required)}`;
  const have = `${numberInWords(measured)}/${numberInWords(of)}`;
  return required === null || required === of ? have : `${have}（要求 ${numberInWords(required)}）`;
}

/** What is still missing as a number; over several units how many of them. '' when nothing is. */
export function gapInWords({ verdict, counts }: RequirementLine): string {
  if (verdict === null) {
    const { met, due } = fractionOf(counts);
    return due === met ? '' : `${due - met} 个单位`;
  }
  const { shortfall } = verdict;
  return shortfall === null || shortfall === 0 ? '' : numberInWords(shortfall);
}

/** Units that are due and not met, in the order of the list; the rest is counted. */
export function unitsInWords({ lacking }: RequirementLine): string {
  const shown = lacking.slice(0, SHOWN_UNITS).join('、');
  return lacking.length > SHOWN_UNITS ? `${shown}等 ${lacking.length} 个单位` : shown;
}
