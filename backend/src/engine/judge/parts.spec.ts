import { contextOf } from '../testing/county.js';
import { filled } from '../testing/selected.js';
import { Draft, toVerdict } from './draft.js';
import { Env } from './env.js';
import type { Finding } from './finding.js';
import { PartJudge } from './parts.js';
import { standingWindow } from './window.js';

type Part = Partial<Omit<Finding, 'clear'>>;
/** A standing duty with these parts, long after its grace days unless said otherwise: `outcome reason part`. */
function told(parts: readonly Part[], asOf = '2026-11-24', several = parts.length > 1) {
  const window = standingWindow(new Env(filled([]), contextOf(asOf)));
  const draft = new Draft();
  const judge = new PartJudge();
  judge.judge(parts.length, several, window, (part, found) => Object.assign(found, parts[part]), draft);
  const { outcome, reason, part } = toVerdict(draft);
  return `${outcome} ${reason} ${part}${draft.any ? '' : ' silent'}`;
}
const met: Part = { any: true, fulfilled: true };
const short: Part = { any: true };
const none: Part = { absent: 'noSubjectChildren', any: true };
const unknown: Part = { unknown: 'benchmarkMissing' };
const tolerated: Part = { any: true, tolerated: true };

describe('a duty of several parts', () => {
  it('is as its worst part is, and names that one, the first of several that are as bad', () => {
    expect(told([met, met])).toBe('met fulfilled 0');
    expect(told([met, short, tolerated])).toBe('unmet short 1');
    expect(told([tolerated, met, short])).toBe('unmet short 2');
    expect(told([short, short])).toBe('unmet short 0');
    expect(told([met, tolerated])).toBe('atRisk tolerated 1');
    expect(told([tolerated, unknown, met])).toBe('noData benchmarkMissing 1');
    expect(told([unknown, short])).toBe('unmet short 1');
  });
  it('leaves out the parts that do not apply, unless none does', () => {
    expect(told([none, met])).toBe('met fulfilled 1');
    expect(told([met, none])).toBe('met fulfilled 0');
    expect(told([none, short, none])).toBe('unmet short 1');
    expect(told([none, none])).toBe('notApplicable noSubjectChildren 0');
  });
  it('is not met while one part is not due yet', () => {
    expect(told([met, short], '2026-05-30')).toBe('notDue onPace 1');
    expect(told([none, {}], '2026-05-30')).toBe('notDue nothingYet 1');
  });
  it('was reported if any of them was, which a cap asks', () => {
    expect(told([{}, met])).toBe('unmet nothingReported 0');
    expect(told([met, {}])).toBe('unmet nothingReported 1');
    expect(told([{}, {}])).toBe('unmet nothingReported 0 silent');
  });
  it('names no part where there is only one', () => {
    expect(told([short])).toBe('unmet short null');
    expect(told([short], '2026-11-24', true)).toBe('unmet short 0');
  });
  it('carries nothing of one part over to the next', () => {
    expect(told([{ ...met, expiring: true }, short])).toBe('unmet short 1');
    expect(told([none, met, {}])).toBe('unmet nothingReported 2');
  });
});
