import { expect, test } from '@jest/globals';
import { transition } from './state-machine.policy.js';

const no = 'refused';

test.each([
  ['pending', 'edit', 'pending'],
  ['approved', 'edit', 'pending'],
  ['returned', 'edit', 'pending'],
  ['withdrawn', 'edit', no],
  ['approved', 'attach', 'pending'],
  ['withdrawn', 'attach', no],
  ['approved', 'detach', 'pending'],
  ['pending', 'approve', 'approved'],
  ['approved', 'approve', no],
  ['returned', 'approve', no],
  ['withdrawn', 'approve', no],
  ['pending', 'return', 'returned'],
  ['approved', 'return', no],
  ['returned', 'return', no],
  ['withdrawn', 'return', no],
  ['pending', 'withdraw', 'withdrawn'],
  ['approved', 'withdraw', 'withdrawn'],
  ['returned', 'withdraw', 'withdrawn'],
  ['withdrawn', 'withdraw', no],
] as const)('%s, %s → %s', (from, action, expected) => {
  const to = transition(from, action);
  if ('refused' in to) {
    expect(expected).toBe(no);
    expect(to.refused).toMatch(/[\u4e00-\u9fff]。$/u);
  } else expect(to.state).toBe(expected);
});
