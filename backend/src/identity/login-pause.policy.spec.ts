import { isPaused } from './login-pause.policy.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString();
const now = (minute: number) => Date.UTC(2026, 10, 24, 1, minute);

describe('a pause after wrong passwords', () => {
  it('does not begin before the fifth', () => {
    expect(isPaused([at(3), at(2), at(1), at(0)], now(3))).toBe(false);
  });

  it('lasts fifteen minutes from the fifth', () => {
    const attempts = [at(10), at(3), at(2), at(1), at(0)];
    expect(isPaused(attempts, now(24))).toBe(true);
    expect(isPaused(attempts, now(25))).toBe(false);
  });

  it('needs the five inside fifteen minutes', () => {
    expect(isPaused([at(15), at(3), at(2), at(1), at(0)], now(15))).toBe(true);
    expect(isPaused([at(16), at(3), at(2), at(1), at(0)], now(16))).toBe(false);
  });
});
