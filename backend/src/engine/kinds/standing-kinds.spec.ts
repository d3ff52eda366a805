import { contextOf, day, explained, judged, requirementOf, said, type Entry } from '../testing/county.js';
import { paper, papers } from '../testing/papers.js';

describe('documents', () => {
  const both = papers('all', { type: '机制' }, { type: '分工' });
  it('is met as soon as all papers are in force', () => {
    expect(
      judged(both, [paper('机制', '2026-03-05'), paper('分工', '2026-03-06')], contextOf('2026-03-10')),
    ).toMatchObject({ outcome: 'met', measured: 2, of: 2 });
  });
  it('is not due for ninety days, then in grace, then unmet', () => {
    const one = [paper('机制', '2026-03-05')];
    expect(
      ['2026-05-30', '2026-05-31', '2026-06-09', '2026-06-10'].map((asOf) => said(both, one, contextOf(asOf))),
    ).toEqual(['notDue onPace', 'atRisk shortInGrace', 'atRisk shortInGrace', 'unmet short']);
    expect(explained(both, one, contextOf('2026-06-10'))).toMatchObject({ missing: ['分工'], verdict: { part: 1 } });
    expect(said(both, [], contextOf('2026-06-05'))).toBe('noData nothingReported');
    const due = (asOf: string) => judged(both, one, contextOf(asOf))?.due;
    expect(['2026-05-30', '2026-05-31', '2026-06-09'].map(due)).toEqual(
      ['2026-05-30', '2026-06-09', '2026-06-09'].map(day),
    );
  });
  it('warns of a paper that runs out and is unmet once it has', () => {
    const ends = papers('all', { type: '机制' });
    const entries = [paper('机制', '2026-03-05', { valid_to: '2026-12-31' })];
    expect(
      ['2026-11-24', '2026-12-01', '2026-12-31', '2027-01-01'].map((asOf) => said(ends, entries, contextOf(asOf))),
    ).toEqual(['met fulfilled', 'atRisk expiring', 'atRisk expiring', 'unmet expired']);
  });
  it('names the day on which the paper runs out, and is warned no more once a longer one is there', () => {
    const ends = papers('all', { type: '机制' });
    const short = paper('机制', '2026-03-05', { valid_to: '2026-12-10' });
    const longer = paper('机制', '2026-03-06', { valid_to: '2026-12-20' });
    const on = contextOf('2026-12-01');
    expect(judged(ends, [short], on)).toMatchObject({ reason: 'expiring', due: day('2026-12-10') });
    expect(judged(ends, [short, longer], on)).toMatchObject({ reason: 'expiring', due: day('2026-12-20') });
    expect(said(ends, [short, paper('机制', '2026-11-30')], on)).toBe('met fulfilled');
  });
  it('takes a paper without any file for no paper', () => {
    const one = papers('all', { type: '机制' });
    const bare = [paper('机制', '2026-03-05', {}, { evidence: [] })];
    expect(said(one, bare, contextOf('2026-06-05'))).toBe('atRisk shortInGrace');
    expect(explained(one, bare, contextOf('2026-11-24'))).toMatchObject({
      verdict: { outcome: 'unmet', reason: 'short' },
      notCounted: [{ reason: 'evidenceMissing' }],
    });
  });
  it('is satisfied with any one paper where any will do', () => {
    expect(
      said(papers('any', { type: '机制' }, { type: '分工' }), [paper('分工', '2026-03-06')], contextOf('2026-11-24')),
    ).toBe('met fulfilled');
  });
  it('is at risk when the head is the wrong one or the paper waits for review', () => {
    const headed = papers('all', { type: '机制', wants: { head_role: { any: ['县长'] } } });
    expect(said(headed, [paper('机制', '2026-03-05', { head_role: '其他' })], contextOf('2026-11-24'))).toBe(
      'atRisk attributeMissing',
    );
    expect(
      said(
        papers('all', { type: '机制' }),
        [paper('机制', '2026-03-05', {}, { state: 'pending' })],
        contextOf('2026-11-24'),
      ),
    ).toBe('atRisk waitingForReview');
  });
});

describe('staffing', () => {
  const keeper = requirementOf(
    { kind: 'staffing', period: 'standing', people: { record: 'staff', where: { role: { any: ['主任'] } } } },
    { subjects: ['each_village'] },
    { min: 1 },
  );
  const post = (start_on: string, end_on: string | null = null, unit = 'v1'): Entry => ({
    type: 'staff',
    unit,
    fields: { role: '主任', start_on, end_on },
  });
  it('counts a post through its last day and tolerates a vacancy of thirty days', () => {
    const left = [post('2026-03-01', '2026-10-01')];
    expect(said(keeper, left, contextOf('2026-08-01'), 'v1')).toBe('met fulfilled');
    expect(said(keeper, left, contextOf('2026-10-01'), 'v1')).toBe('atRisk expiring');
    expect(said(keeper, left, contextOf('2026-10-31'), 'v1')).toBe('atRisk tolerated');
    expect(said(keeper, left, contextOf('2026-11-01'), 'v1')).toBe('unmet expired');
  });
  it('ends a post with its contract, whichever of the two days comes first', () => {
    const termed = requirementOf(
      { kind: 'staffing', period: 'standing', people: { record: 'staff', alsoUntil: 'contract_to' } },
      { subjects: ['each_village'] },
      { min: 1 },
    );
    const until = (contract_to: string | null, end_on: string | null = null): Entry[] => [
      { type: 'staff', unit: 'v1', fields: { role: '主任', start_on: '2026-03-01', contract_to, end_on } },
    ];
    const on = contextOf('2026-11-24');
    expect(said(termed, until(null), on, 'v1')).toBe('met fulfilled');
    expect(said(termed, until('2026-12-25'), on, 'v1')).toBe('met fulfilled');
    expect(said(termed, until('2026-12-24'), on, 'v1')).toBe('atRisk expiring');
    expect(said(termed, until('2026-11-24'), on, 'v1')).toBe('atRisk expiring');
    expect(said(termed, until('2026-11-23'), on, 'v1')).toBe('atRisk tolerated');
    expect(said(termed, until('2026-10-24'), on, 'v1')).toBe('unmet expired');
    expect(said(termed, until('2028-01-01', '2026-08-01'), on, 'v1')).toBe('unmet expired');
    expect(explained(termed, until('2026-08-01'), on, 'v1')?.notCounted).toEqual([
      { id: 1, reason: 'notInForce', field: 'contract_to' },
    ]);
  });
  it('waits for the review of a successor handed in while the vacancy was still tolerated', () => {
    const next = (submittedOn: string): Entry => ({ ...post('2026-10-20'), state: 'pending', submittedOn });
    const left = post('2026-03-01', '2026-10-01');
    const on = contextOf('2026-11-24');
    expect(said(keeper, [left, next('2026-10-31')], on, 'v1')).toBe('atRisk waitingForReview');
    expect(said(keeper, [left, next('2026-11-01')], on, 'v1')).toBe('unmet expired');
    // Nobody who was never approved leaves a vacancy.
    const never = { ...left, state: 'pending' as const };
    expect(said(keeper, [never, next('2026-10-31')], on, 'v1')).toBe('unmet nothingReported');
  });
  it('does not count a post that starts tomorrow', () => {
    expect(said(keeper, [post('2026-11-25')], contextOf('2026-11-24'), 'v1')).toBe('unmet nothingReported');
    expect(said(keeper, [post('2026-11-24')], contextOf('2026-11-24'), 'v1')).toBe('met fulfilled');
  });
  it('keeps villages apart', () => {
    expect(said(keeper, [post('2026-03-01', null, 'v2')], contextOf('2026-11-24'), 'v1')).toBe('unmet nothingReported');
    expect(said(keeper, [post('2026-03-01', null, 'v2')], contextOf('2026-11-24'), 'v2')).toBe('met fulfilled');
  });
  it('needs two where two are asked, and remembers when it last had them', () => {
    const two = { ...keeper, numbers: { min: { unit: '', says: null, values: { '2018-01-01': 2 } } } };
    const pair = [post('2026-03-01'), post('2026-03-01', '2026-11-10')];
    expect(said(two, pair, contextOf('2026-11-24'), 'v1')).toBe('atRisk tolerated');
    expect(judged(two, pair, contextOf('2026-12-24'), 'v1')).toMatchObject({
      outcome: 'unmet',
      measured: 1,
      shortfall: 1,
    });
  });
});

describe('facility', () => {
  const home = requirementOf(
    {
      kind: 'facility',
      period: 'standing',
      places: { record: 'facility', where: { facility_type: { any: ['儿童之家'] } }, from: 'home' },
    },
    { subjects: ['each_village'] },
    { min: 1 },
  );
  const place = (unit: string, fields: Entry['fields'] = {}): Entry => ({
    type: 'facility',
    unit,
    fields: { facility_type: '儿童之家', status: '在用', opened_on: '2026-03-05', ...fields },
  });
  it('serves the village it belongs to and those it names', () => {
    const entries = [place('v1', { served_units: ['v3'] })];
    expect(['v1', 'v2', 'v3'].map((code) => said(home, entries, contextOf('2026-11-24'), code))).toEqual([
      'met fulfilled',
      'unmet nothingReported',
      'met fulfilled',
    ]);
  });
  it('does not count once it has closed', () => {
    const entries = [place('v1', { closed_on: '2026-11-23' })];
    expect(said(home, entries, contextOf('2026-11-24'), 'v1')).toBe('unmet expired');
  });
  const open = requirementOf(
    {
      kind: 'facility',
      period: 'standing',
      places: {
        record: 'facility',
        where: { facility_type: { any: ['儿童之家'] }, opening_hours: { present: true } },
        from: 'home',
      },
      appliesIf: { has_conditions: { is: true } },
    },
    { subjects: ['each_village'] },
    { min: 1 },
  );
  it('asks for opening hours only where the conditions are there', () => {
    expect(said(open, [place('v1', { has_conditions: false })], contextOf('2026-11-24'), 'v1')).toBe(
      'notApplicable conditionAbsent',
    );
    expect(said(open, [place('v1', { has_conditions: true })], contextOf('2026-11-24'), 'v1')).toBe('unmet short');
    expect(
      said(open, [place('v1', { has_conditions: true, opening_hours: '周六' })], contextOf('2026-11-24'), 'v1'),
    ).toBe('met fulfilled');
  });
  it('asks it of the places that bear the condition, and of no other kind of place', () => {
    const other = place('v1', { facility_type: '中心', has_conditions: true });
    expect(said(open, [place('v1'), other], contextOf('2026-11-24'), 'v1')).toBe('notApplicable conditionAbsent');
    const two = [place('v1', { has_conditions: true }), place('v1', { opening_hours: '周六' })];
    expect(said(open, two, contextOf('2026-11-24'), 'v1')).toBe('unmet short');
  });
  it('does not excuse a village that has entered no place at all', () => {
    expect(said(open, [], contextOf('2026-11-24'), 'v1')).toBe('unmet nothingReported');
  });
});
