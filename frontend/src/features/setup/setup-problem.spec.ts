import { expect, it } from 'vitest';
import { setupProblem } from './setup-problem';

it('needs the start and lets the inspection day wait', () => {
  expect(setupProblem(null, null)).toContain('启动日');
  expect(setupProblem('2026-03-01', null)).toBeNull();
  expect(setupProblem('2026-03-01', '2026-12-31')).toBeNull();
});

it('refuses an inspection before the start', () => {
  expect(setupProblem('2026-03-01', '2026-02-28')).toContain('不能早于');
});
