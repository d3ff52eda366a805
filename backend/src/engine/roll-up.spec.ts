import { addCounts, outcomeOf, worstOf } from './counts.js';
import { compile } from './program.js';
import { evaluate } from './evaluate.js';
import { readinessOf } from './readiness.js';
import { rollUp } from './roll-up.js';
import { contextOf, factsOf, LAYOUT, requirementOf } from './testing/county.js';
import { vetoStateOf, vetoStateOfCounts, worstVeto } from './veto.js';

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
  });
  it('leaves cells that are not due or do not apply out of the share', () => {
    expect(outcomeOf([3, 0, 0, 0, 4, 5], 90)).toBe('met');
    expect(outcomeOf([0, 0, 0, 0, 4, 5], 90)).toBe('notDue');
    expect(outcomeOf([0, 0, 0, 0, 0, 5], 90)).toBe('notApplicable');
    expect(worstOf([0, 0, 0, 0, 0, 0])).toBe('notApplicable');
  });
});

describe('veto', () => {
  it('takes triggered before at risk before unproven before clear', () => {
    expect(worstVeto(['clear', 'unproven', 'atRisk', 'triggered'])).toBe('triggered');
    expect(worstVeto(['clear', 'unproven', 'atRisk'])).toBe('atRisk');
    expect(worstVeto(['clear', 'unproven'])).toBe('unproven');
    expect([worstVeto(['clear']), worstVeto([])]).toEqual(['clear', 'unproven']);
  });
  it('knows no 90 per cent and takes what is not due as unproven', () => {
    expect(vetoStateOfCounts([467, 0, 1, 0, 0, 0])).toBe('triggered');
    expect(vetoStateOfCounts([467, 0, 0, 1, 0, 0])).toBe('unproven');
    expect(vetoStateOf('notDue')).toBe('unproven');
  });
});

describe('readiness', () => {
  const clear = ['clear', 'clear'] as const;
  it('takes the first band that fits', () => {
    expect(readinessOf(['met'], ['triggered', 'unproven']).band).toBe('vetoTriggered');
    expect(readinessOf(['unmet'], ['unproven', 'clear']).band).toBe('unproven');
    expect(readinessOf(['met', 'noData'], clear).band).toBe('gaps');
    expect(readinessOf(['met', 'atRisk', 'notDue'], clear).band).toBe('nearlyReady');
    expect(readinessOf(['met'], ['clear', 'atRisk']).band).toBe('nearlyReady');
    expect(readinessOf(['met', 'notDue'], clear).band).toBe('onTrack');
    expect(readinessOf(['met', 'notApplicable'], clear)).toMatchObject({ band: 'ready', met: 1, total: 2 });
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
