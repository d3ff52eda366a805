import type { CaseStep } from '../rule.types.js';
import { found, handled, report, step } from '../testing/cases.js';
import { contextOf, judged, type Entry } from '../testing/county.js';

/** No sheet is expected yet: `outcome reason on time/judged`. */
function told(
  steps: readonly CaseStep[],
  entries: readonly Entry[],
  asOf = '2026-11-24',
  outcomes?: readonly string[],
) {
  const verdict = judged(handled(steps, outcomes), entries, contextOf(asOf, '2026-11-01'), 'b2');
  return `${verdict?.outcome} ${verdict?.reason} ${verdict?.measured}/${verdict?.of}`;
}
const [good, late, overdue] = ['met fulfilled 1/1', 'unmet late 0/1', 'unmet overdue 0/1'];
const dispose: CaseStep = { step: '处置', from: 'found_at', within: { number: 'days', unit: 'days' } };
const repeat: CaseStep = { step: '评估', every: 'repeat' };

describe('the minute', () => {
  it('in which a case was opened again still belongs to the first round', () => {
    const again = found('2026-11-02T09:00', {
      first_closed_at: '2026-11-05T09:00',
      reopened_at: '2026-11-10T09:00',
      outcome: '复学',
    });
    const first = [again, step('处置', '2026-11-04T09:00')];
    expect(told([dispose], [...first, step('处置', '2026-11-10T09:00')], '2026-11-18', ['复学'])).toBe(overdue);
    expect(told([dispose], [...first, step('处置', '2026-11-10T09:01')], '2026-11-18', ['复学'])).toBe(good);
    const written = (reported_at: string) =>
      told(
        [{ ...report, field: 'reported_at' }],
        [
          found('2026-11-10T08:00', {
            first_closed_at: '2026-11-10T08:30',
            reopened_at: '2026-11-10T09:00',
            reported_at,
          }),
        ],
      );
    expect(written('2026-11-10T09:00')).toBe(overdue);
    expect(written('2026-11-10T09:01')).toBe(good);
  });
  it('that ends the day counts for it, the next one does not', () => {
    const done = (at: string) => told([dispose], [found('2026-11-20T09:00'), step('处置', at)]);
    expect(done('2026-11-24T23:59')).toBe(good);
    expect(done('2026-11-25T00:00')).toBe('notDue stillOpen 0/0');
    const written = (reported_at: string) =>
      told([{ ...report, field: 'reported_at' }], [found('2026-11-24T09:00', { reported_at })]);
    expect(written('2026-11-24T23:59')).toBe(good);
    expect(written('2026-11-25T00:00')).toBe('notDue stillOpen 0/0');
  });
});

describe('a repeat', () => {
  const on = (fields: Entry['fields'], ...done: string[]) =>
    told([repeat], [found('2026-07-01T09:00', fields), ...done.map((at) => step('评估', at))]);
  const open = { reopened_at: '2026-10-20T09:00', closed_at: '2026-11-15T09:00' };
  it('is the end of a first round whose closing nobody wrote down', () => {
    expect(on(open, '2026-07-20T09:00')).toBe(good);
    expect(on(open)).toBe(good);
    expect(on(open, '2026-08-01T09:00')).toBe(late);
    expect(on(open, '2026-07-20T09:00', '2026-08-20T09:00')).toBe(late);
    // What was done in the very minute of the opening again was done before it.
    expect(on(open, '2026-07-20T09:00', '2026-10-20T09:00')).toBe(late);
    expect(on(open, '2026-07-20T09:00', '2026-10-20T09:01')).toBe(good);
  });
  it('of the second round fills no gap of the first, and makes none', () => {
    expect(on(open, '2026-07-20T09:00', '2026-11-01T09:00')).toBe(good);
    expect(on({ ...open, first_closed_at: '2026-08-20T09:00' }, '2026-07-20T09:00', '2026-11-01T09:00')).toBe(late);
    expect(on({ ...open, first_closed_at: '2026-08-19T09:00' }, '2026-07-20T09:00', '2026-11-01T09:00')).toBe(good);
  });
  it('that comes after the closing makes a case that was closed in time no late one', () => {
    expect(on({ closed_at: '2026-07-31T09:00' }, '2026-09-10T09:00')).toBe(good);
    expect(on({ closed_at: '2026-08-01T09:00' }, '2026-09-10T09:00')).toBe(late);
    expect(on({ ...open, first_closed_at: '2026-07-31T09:00' }, '2026-09-10T09:00')).toBe(good);
    expect(on({ ...open, closed_at: '2026-11-01T09:00' }, '2026-07-20T09:00', '2026-11-23T09:00')).toBe(good);
  });
  it('before the clock starts moves nothing', () => {
    const from = [{ ...repeat, from: 'reported_at' }];
    const entries = [found('2026-10-20T09:00', { reported_at: '2026-10-25T09:00' }), step('评估', '2026-10-21T09:00')];
    expect(told(from, entries)).toBe('notDue stillOpen 0/0');
    expect(told(from, entries, '2026-11-25')).toBe(overdue);
  });
});

describe('several steps that show the same', () => {
  const accepted: CaseStep = { ...report, step: '登记', or: [{ step: '处置', having: 'ref_no' }, { step: '评估' }] };
  const case_ = found('2026-11-20T09:00');
  it('are as good one as the other', () => {
    for (const name of ['登记', '评估']) expect(told([accepted], [case_, step(name, '2026-11-20T10:00')])).toBe(good);
    expect(told([accepted], [case_, step('处置', '2026-11-20T10:00')])).toBe(overdue);
    const numbered = step('处置', '2026-11-20T10:00');
    expect(told([accepted], [case_, { ...numbered, fields: { ...numbered.fields, ref_no: '甲-7' } }])).toBe(good);
    expect(told([accepted], [case_, step('报告', '2026-11-20T10:00')])).toBe(overdue);
  });
});

describe('a step that waits for review', () => {
  const waits = (name: string, at: string, submittedOn: string) => step(name, at, { state: 'pending', submittedOn });
  it('came in time before another one until the grace days after that one are over', () => {
    const entries = [found('2026-11-02T09:00'), step('登记', '2026-11-10T09:00')];
    const on = (submittedOn: string, at = '2026-11-09T09:00') =>
      told([{ step: '评估', before: '登记' }], [...entries, waits('评估', at, submittedOn)]);
    expect(on('2026-11-20')).toBe('atRisk waitingForReview 0/1');
    expect(on('2026-11-21')).toBe(overdue);
    expect(on('2026-11-20', '2026-11-10T09:01')).toBe(late);
  });
  it('stands for a repeat whenever it was handed in', () => {
    const entries = [found('2026-10-20T09:00'), waits('评估', '2026-11-15T09:00', '2026-11-24')];
    expect(told([repeat], entries)).toBe('atRisk waitingForReview 0/1');
  });
});
