import { vetoStateOfCounts, worstVeto } from './veto.js';

describe('the veto state of several clauses', () => {
  it('takes triggered before at risk before unproven before clear', () => {
    expect(worstVeto(['clear', 'unproven', 'atRisk', 'triggered'])).toBe('triggered');
    expect(worstVeto(['clear', 'unproven', 'atRisk'])).toBe('atRisk');
    expect(worstVeto(['clear', 'unproven'])).toBe('unproven');
    expect(worstVeto(['clear', 'clear'])).toBe('clear');
  });
  it('is unproven where nobody says anything', () => {
    expect(worstVeto([])).toBe('unproven');
  });
});

describe('the veto state of many cells', () => {
  it('is triggered by one village in 468, whatever the others say', () => {
    expect(vetoStateOfCounts([467, 0, 1, 0, 0, 0])).toBe('triggered');
    expect(vetoStateOfCounts([0, 1, 1, 1, 1, 1])).toBe('triggered');
  });
  it('is at risk while one case is being confirmed or repaired', () => {
    expect(vetoStateOfCounts([467, 1, 0, 0, 0, 0])).toBe('atRisk');
    expect(vetoStateOfCounts([466, 1, 0, 1, 0, 0])).toBe('atRisk');
  });
  it('is unproven while one unit is silent or not due yet', () => {
    expect(vetoStateOfCounts([467, 0, 0, 1, 0, 0])).toBe('unproven');
    expect(vetoStateOfCounts([467, 0, 0, 0, 1, 0])).toBe('unproven');
    expect(vetoStateOfCounts([466, 0, 0, 1, 1, 0])).toBe('unproven');
  });
  it('is clear only where somebody proved it and nobody is silent', () => {
    expect(vetoStateOfCounts([1, 0, 0, 0, 0, 467])).toBe('clear');
    expect(vetoStateOfCounts([0, 0, 0, 0, 0, 468])).toBe('unproven');
    expect(vetoStateOfCounts([])).toBe('unproven');
  });
});
