import { addCounts, noCounts, outcomeOf, worstOf } from './counts.js';
import { compile } from './program.js';
import { evaluate } from './evaluate.js';
import { readinessOf } from './readiness.js';
import { rollUp, rollUpCounts } from './roll-up.js';
import { contextOf, factsOf, LAYOUT, requirementOf } from './testing/county.js';

describe('one outcome for many cells', () => {
  it('takes 467 of 468 villages as at risk, because each means each', () => {
    expect(outcomeOf([467, 0, 1, 0, 0, 0], 90)).toBe('atRisk');
    expect(outcomeOf([468, 0, 0, 0, 0, 0], 90)).toBe('met');
  });
  it('takes the worst outcome below the line of 90 per cent', () => {
    expect(outcomeOf([9, 0, 1, 0, 0, 0], 90)).toBe('atRisk');
    expect(outcomeOf([8, 0, 1, 1, 0, 0], 90)).toBe('unmet');
    expect(outcomeOf([8, 1, 0, 1, 0, 0], 90)).toBe('noData');
  });
  it('gives a single subject its own outcome', () => {
    expect(outcomeOf([0, 0, 0, 1, 0, 0], 90)).toBe('noData');
    expect(outcomeOf([0, 0, 1, 0, 0, 5], 90)).toBe('unmet');
    expect(outcomeOf([0, 0, 1, 0, 0, 0], 0)).toBe('unmet');
  });
  it('leaves cells that are not due or do not apply out of the share', () => {
    expect(outcomeOf([3, 0, 0, 0, 4, 5], 90)).toBe('met');
    expect(outcomeOf([0, 0, 0, 0, 4, 5], 90)).toBe('notDue');
    expect(outcomeOf([0, 0, 0, 0, 0, 5], 90)).toBe('notApplicable');
    expect(worstOf([0, 0, 0, 0, 0, 0])).toBe('notApplicable');
    expect(worstOf([3, 0, 0, 0, 4, 5])).toBe('met');
    expect(worstOf([3, 1, 0, 0, 4, 5])).toBe('atRisk');
  });
});

describe('readiness', () => {
  const clear = ['clear', 'clear'] as const;
  it('takes the first band that fits', () => {
    expect(readinessOf(['met'], ['triggered', 'unproven']).band).toBe('vetoTriggered');
    expect(readinessOf(['unmet'], ['unproven', 'clear']).band).toBe('unproven');
    expect(readinessOf(['met', 'noData'], clear).band).toBe('gaps');
    expect(readinessOf(['met', 'unmet'], clear).band).toBe('gaps');
    expect(readinessOf(['met', 'atRisk', 'notDue'], clear).band).toBe('nearlyReady');
    expect(readinessOf(['met'], ['clear', 'atRisk']).band).toBe('nearlyReady');
    expect(readinessOf(['met', 'notDue'], clear).band).toBe('onTrack');
    expect(readinessOf(['notApplicable'], clear).band).toBe('onTrack');
    expect(readinessOf(['met', 'notApplicable'], clear)).toEqual({
      band: 'ready',
      met: 1,
      total: 2,
      counts: [1, 0, 0, 0, 0, 1],
    });
  });
});

describe('roll-up of a board', () => {
  const staffed = requirementOf(
    { kind: 'staffing', period: 'standing', people: { record: 'staff' } },
    { subjects: ['each_village'] },
    { min: 1 },
  );
  const implied = { ...staffed, id: 'r2', strength: 'implied' as const, subjects: ['each_town'] as const };
  const program = compile([staffed, implied], LAYOUT);
  const facts = factsOf([
    { type: 'staff', unit: 'v1', fields: { start_on: '2026-03-02' } },
    { type: 'staff', unit: 'v3', fields: { start_on: '2026-03-02' } },
  ]);
  const board = evaluate(program, facts, contextOf('2026-11-24'));
  const clauses = [{ id: '1.1.1', topic: '组织', project: '机制' }];
  const scopeOf = (...codes: string[]) => new Set(codes.map((code) => facts.unitIndex(code) ?? -1));
  const rolled = (scope: ReadonlySet<number>, withImplied = false) =>
    rollUp(program, board, scope, { implied: withImplied, mostPercent: 90, clauses });
  it('adds the counts of the parts to those of the whole', () => {
    const [first, second, whole] = [
      scopeOf('t1', 'v1', 'v2'),
      scopeOf('t2', 'v3'),
      scopeOf('c', 't1', 't2', 'v1', 'v2', 'v3'),
    ].map((scope) => rolled(scope).requirements[0]?.counts ?? []);
    expect(addCounts(first ?? [], second ?? [])).toEqual(whole);
    expect(whole).toEqual([2, 0, 1, 0, 0, 0]);
  });
  it('keeps implied requirements out of the clause until they are switched on', () => {
    expect(rolled(scopeOf('t2', 'v3')).clauses[0]).toMatchObject({ outcome: 'met', counts: [1, 0, 0, 0, 0, 0] });
    expect(rolled(scopeOf('t2', 'v3'), true).clauses[0]).toMatchObject({
      outcome: 'unmet',
      counts: [1, 0, 1, 0, 0, 0],
    });
  });
  it('counts clauses by topic and project', () => {
    expect(rolled(scopeOf('v1')).topics).toEqual([{ name: '组织', outcome: 'met', counts: [1, 0, 0, 0, 0, 0] }]);
    expect(rolled(scopeOf('v2')).projects).toEqual([{ name: '机制', outcome: 'unmet', counts: [0, 0, 1, 0, 0, 0] }]);
  });
});

describe('roll-up of counts', () => {
  const plain = requirementOf({ kind: 'staffing', period: 'standing', people: { record: 'staff' } });
  const clauses = [
    { id: '1.1', topic: '组织', project: '机制' },
    { id: '6.1', topic: '否决', project: '一票否决' },
    { id: '1.2', topic: '组织', project: '队伍' },
  ];
  /** Two requirements of a plain clause, one of another, and the veto clause: one veto and one that only belongs to it. */
  const requirements = [
    { ...plain, id: 'a', clause: '1.1' },
    { ...plain, id: 'b', clause: '1.1', strength: 'implied' as const },
    { ...plain, id: 'v', clause: '6.1', veto: true },
    { ...plain, id: 'w', clause: '6.1' },
    { ...plain, id: 'c', clause: '1.2' },
  ];
  const met = [1, 0, 0, 0, 0, 0];
  const unmet = [0, 0, 1, 0, 0, 0];
  const rolled = (counts: readonly (readonly number[])[], more: object = {}) =>
    rollUpCounts(requirements, counts, { implied: true, mostPercent: 90, clauses, ...more });
  it('takes the worst requirement of each clause, and nothing of the other clauses', () => {
    const told = rolled([met, unmet, met, met, met]);
    expect(told.clauses).toEqual([
      { id: '1.1', outcome: 'unmet', counts: [1, 0, 1, 0, 0, 0], veto: null },
      { id: '6.1', outcome: 'met', counts: [2, 0, 0, 0, 0, 0], veto: 'clear' },
      { id: '1.2', outcome: 'met', counts: [1, 0, 0, 0, 0, 0], veto: null },
    ]);
    expect(told.requirements[1]).toEqual({ id: 'b', clause: '1.1', outcome: 'unmet', counts: unmet });
  });
  it('keeps the veto clause out of readiness, but counts it in its own topic', () => {
    const told = rolled([met, met, unmet, met, met]);
    expect(told.readiness).toEqual({ met: 2, total: 2, counts: [2, 0, 0, 0, 0, 0], band: 'vetoTriggered' });
    expect(told.topics).toEqual([
      { name: '组织', outcome: 'met', counts: [2, 0, 0, 0, 0, 0] },
      { name: '否决', outcome: 'unmet', counts: [0, 0, 1, 0, 0, 0] },
    ]);
    expect(told.projects.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['机制', 'met'],
      ['一票否决', 'unmet'],
      ['队伍', 'met'],
    ]);
    expect(told.veto).toBe('triggered');
    expect(rolled([met, met, met, met, met])).toMatchObject({ veto: 'clear', readiness: { band: 'ready' } });
  });
  it('is unproven where no clause is a veto', () => {
    const told = rolled([met, met, met, met, met], { clauses: [clauses[0], clauses[2]] });
    expect(told).toMatchObject({ veto: 'unproven', readiness: { band: 'ready' } });
  });
  it('reads the state of a veto clause off its veto requirements alone', () => {
    expect(rolled([met, met, met, unmet, met])).toMatchObject({ veto: 'clear', readiness: { band: 'ready' } });
    expect(rolled([met, met, met, unmet, met]).clauses[1]).toMatchObject({ outcome: 'unmet', veto: 'clear' });
    expect(rolled([met, met, [0, 0, 0, 0, 1, 0], met, met]).clauses[1]?.veto).toBe('unproven');
  });
  it('knows no 90 per cent where a veto is concerned', () => {
    const outcomes = (counts: readonly number[]) =>
      rolled([counts, met, counts])
        .requirements.slice(0, 3)
        .map((one) => one.outcome);
    expect(outcomes([467, 0, 1, 0, 0, 0])).toEqual(['atRisk', 'met', 'unmet']);
    expect(outcomes([467, 0, 0, 1, 0, 0])).toEqual(['atRisk', 'met', 'noData']);
    expect(outcomes([1, 1, 0, 1, 0, 0])).toEqual(['noData', 'met', 'atRisk']);
    expect(outcomes([468, 0, 0, 0, 0, 0])).toEqual(['met', 'met', 'met']);
    expect(outcomes([1, 1, 1, 1, 0, 0])).toEqual(['unmet', 'met', 'unmet']);
  });
  it('is unproven where the veto is implied and implied requirements are left out', () => {
    const hinted = requirements.map((one) => (one.veto ? { ...one, strength: 'implied' as const } : one));
    const options = { implied: false, mostPercent: 90, clauses };
    expect(rollUpCounts(hinted, [met, met, met, met, met], options).clauses[1]).toEqual({
      id: '6.1',
      outcome: 'met',
      counts: met,
      veto: 'unproven',
    });
  });
  it('takes a requirement and a clause without any cell as not applicable', () => {
    const told = rolled([met]);
    expect(told.requirements[4]).toEqual({ id: 'c', clause: '1.2', outcome: 'notApplicable', counts: noCounts() });
    expect(told.clauses[2]).toMatchObject({ outcome: 'notApplicable', counts: [0, 0, 0, 0, 0, 1] });
    expect(rolled([], { clauses: [{ id: '9.9', topic: '无', project: '无' }] }).clauses).toEqual([
      { id: '9.9', outcome: 'notApplicable', counts: noCounts(), veto: null },
    ]);
  });
});
