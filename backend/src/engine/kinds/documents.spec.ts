import { contextOf, explained, judged, type Entry } from '../testing/county.js';
import { paper, papers, yearly } from '../testing/papers.js';
import { dayText } from '../testing/selected.js';

const MECHANISM = { type: '机制' };
const DIVISION = { type: '分工' };
/** Outcome, reason, papers there, which one is told of, and the last day. */
function told(requirement: ReturnType<typeof papers>, entries: readonly Entry[], asOf = '2026-12-01') {
  const verdict = judged(requirement, entries, contextOf(asOf));
  const count = `${verdict?.measured}/${verdict?.of}/${verdict?.required}`;
  return `${verdict?.outcome} ${verdict?.reason} ${count} ${verdict?.part} ${dayText(verdict?.due ?? undefined)}`;
}
const pending = (submittedOn: string) => ({ state: 'pending', submittedOn }) as const;

describe('papers that end soon', () => {
  const both = [
    paper('机制', '2026-03-05', { valid_to: '2026-12-10' }),
    paper('分工', '2026-03-05', { valid_to: '2026-12-20' }),
  ];
  const lasting = paper('分工', '2026-03-06');
  it('break a duty that needs all of them with the first, and one that needs any with the last', () => {
    expect(told(papers('all', MECHANISM, DIVISION), both)).toBe('atRisk expiring 2/2/2 null 2026-12-10');
    expect(told(papers('all', DIVISION, MECHANISM), both)).toBe('atRisk expiring 2/2/2 null 2026-12-10');
    expect(told(papers('any', MECHANISM, DIVISION), both)).toBe('atRisk expiring 1/1/1 null 2026-12-20');
    expect(told(papers('any', DIVISION, MECHANISM), both)).toBe('atRisk expiring 1/1/1 null 2026-12-20');
  });
  it('put nothing at risk where a lasting one will do', () => {
    const one = [...both.slice(0, 1), lasting];
    expect(told(papers('all', MECHANISM, DIVISION), one)).toBe('atRisk expiring 2/2/2 null 2026-12-10');
    expect(told(papers('any', MECHANISM, DIVISION), one)).toBe('met fulfilled 1/1/1 null 2026-06-09');
  });
  it('are told as expired once one of them is, also beside another in force', () => {
    const ended = paper('机制', '2026-03-05', { valid_to: '2026-11-30' });
    expect(told(papers('all', MECHANISM, DIVISION), [ended, lasting])).toBe('unmet expired 1/2/2 0 2026-06-09');
    expect(told(papers('all', DIVISION, MECHANISM), [ended, lasting])).toBe('unmet expired 1/2/2 1 2026-06-09');
    expect(told(papers('any', MECHANISM, DIVISION), [ended, lasting])).toBe('met fulfilled 1/1/1 null 2026-06-09');
  });
});

describe('papers that all are needed, or any', () => {
  const headed = { ...MECHANISM, wants: { head_role: { any: ['县长'] } } };
  const wrong = paper('机制', '2026-03-05', { head_role: '其他' });
  const waits = paper('分工', '2026-03-06', {}, pending('2026-03-06'));
  it('are at risk while the last of them waits, or for the wrong head', () => {
    const right = paper('机制', '2026-03-05', { head_role: '县长' });
    expect(told(papers('all', headed, DIVISION), [right, waits])).toBe('atRisk waitingForReview 1/2/2 1 2026-06-09');
    expect(told(papers('all', headed, DIVISION), [wrong, waits])).toBe('atRisk waitingForReview 1/2/2 0 2026-06-09');
    expect(told(papers('all', headed, DIVISION), [wrong, paper('分工', '2026-03-06')])).toBe(
      'atRisk attributeMissing 2/2/2 0 2026-06-09',
    );
    expect(told(papers('all', headed, DIVISION), [wrong])).toBe('unmet short 1/2/2 0 2026-06-09');
    expect(told(papers('all', headed, DIVISION), [waits])).toBe('unmet short 0/2/2 0 2026-06-09');
    expect(told(papers('any', headed, DIVISION), [waits])).toBe('atRisk waitingForReview 0/1/1 0 2026-06-09');
    expect(told(papers('any', headed, DIVISION), [wrong])).toBe('atRisk attributeMissing 1/1/1 0 2026-06-09');
    expect(told(papers('any', headed, DIVISION), [])).toBe('unmet nothingReported 0/1/1 0 2026-06-09');
  });
  it('are told one by one', () => {
    const why = explained(papers('all', headed, DIVISION), [wrong], contextOf('2026-12-01'));
    expect(why).toMatchObject({
      missing: ['分工'],
      counted: [1],
      parts: [
        { label: '机制', outcome: 'atRisk', measured: 1, of: 1 },
        { label: '分工', outcome: 'unmet', measured: 0, of: 1 },
      ],
    });
  });
  it('are asked under their further conditions', () => {
    const led = { ...MECHANISM, where: { head_role: { any: ['县长'] } } };
    expect(told(papers('all', led), [wrong])).toBe('unmet nothingReported 0/1/1 0 2026-06-09');
  });
});

describe('papers of a year', () => {
  const both = yearly('all', MECHANISM, DIVISION);
  const of = (...days: readonly string[]) => [paper('机制', days[0] ?? ''), paper('分工', days[1] ?? '')];
  it('are those dated in it, however long they hold', () => {
    expect(told(both, of('2026-03-05', '2026-11-30'))).toBe('met fulfilled 2/2/2 null 2026-12-31');
    expect(told(both, of('2026-01-01', '2026-12-01'))).toBe('met fulfilled 2/2/2 null 2026-12-31');
    expect(told(both, of('2025-12-31', '2026-11-30'))).toBe('atRisk shortInLastQuarter 1/2/2 0 2026-12-31');
    expect(told(both, of('2026-03-05', '2026-12-02'))).toBe('atRisk shortInLastQuarter 1/2/2 1 2026-12-31');
    const short = paper('机制', '2026-03-05', { valid_to: '2026-04-01' });
    expect(told(yearly('all', MECHANISM), [short])).toBe('met fulfilled 1/1/1 null 2026-12-31');
    expect(told(both, [])).toBe('atRisk shortInLastQuarter 0/2/2 0 2026-12-31');
  });
  it('are judged for the closed year too, and not for one before the campaign', () => {
    const year = of('2026-03-05', '2026-11-30').slice(0, 1);
    expect(told(both, year, '2027-01-10')).toBe('atRisk shortInGrace 1/2/2 1 2027-01-10');
    expect(told(both, year, '2027-01-11')).toBe('unmet short 1/2/2 1 2027-01-10');
    expect(told(both, [], '2027-01-11')).toBe('unmet nothingReported 0/2/2 0 2027-01-10');
    expect(told(both, of('2026-03-05', '2027-01-02'), '2027-01-11')).toBe('unmet short 1/2/2 1 2027-01-10');
    const young = explained(both, of('2025-05-01', '2026-05-01'), contextOf('2026-06-01'));
    expect(young).toMatchObject({
      verdict: { outcome: 'notDue', reason: 'onPace', measured: 1 },
      other: { outcome: 'notApplicable', reason: 'beforeStart', measured: null },
    });
  });
  it('wait for review if handed in on time, and need their file and their head', () => {
    const last = (rest: Partial<Entry>, fields: Entry['fields'] = {}) => [
      paper('分工', '2026-04-01'),
      paper('机制', '2026-12-30', fields, rest),
    ];
    expect(told(both, last(pending('2027-01-10')), '2027-02-01')).toBe('atRisk waitingForReview 1/2/2 0 2027-01-10');
    expect(told(both, last(pending('2027-01-11')), '2027-02-01')).toBe('unmet short 1/2/2 0 2027-01-10');
    const bare = [paper('机制', '2026-12-30', {}, { evidence: [] })];
    expect(told(yearly('all', MECHANISM), bare, '2027-02-01')).toBe('unmet short 0/1/1 0 2027-01-10');
    const headed = yearly('all', { ...MECHANISM, wants: { head_role: { any: ['县长'] } } }, DIVISION);
    expect(told(headed, last({}, { head_role: '其他' }), '2027-02-01')).toBe(
      'atRisk attributeMissing 2/2/2 0 2027-01-10',
    );
    expect(told(headed, last({}, { head_role: '县长' }), '2027-01-05')).toBe('met fulfilled 2/2/2 null 2027-01-10');
  });
  it('are told of for the year that decided', () => {
    const entries = [paper('机制', '2026-04-01'), paper('分工', '2027-01-02'), paper('机制', '2025-04-01')];
    expect(explained(both, entries, contextOf('2027-01-11'))).toMatchObject({
      verdict: { outcome: 'unmet' },
      counted: [1],
      missing: ['分工'],
      parts: [{ outcome: 'met' }, { outcome: 'unmet' }],
    });
  });
});
