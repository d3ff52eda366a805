import { expect, it } from 'vitest';
import { passwordProblem } from './password-problem';
import { pathAfterLogin } from './path-after-login';

it('goes back to the page that was asked for, never to another site', () => {
  expect(pathAfterLogin('/cells/1.1.3.a/370323?asOf=2026-11-24')).toBe('/cells/1.1.3.a/370323?asOf=2026-11-24');
  for (const foreign of ['https://a.example', '//a.example', '/\\a.example', undefined, '/login?next=/']) {
    expect(pathAfterLogin(foreign)).toBe('/');
  }
});

it('says what to change about a new password', () => {
  expect(passwordProblem('', 'abcdefghij', 'abcdefghij')).toContain('现在的密码');
  expect(passwordProblem('old', 'short', 'short')).toBe('新密码至少 10 个字符，现在是 5 个。');
  expect(passwordProblem('abcdefghij', 'abcdefghij', 'abcdefghij')).toContain('不同');
  expect(passwordProblem('old', 'abcdefghij', 'abcdefghik')).toContain('不一样');
  expect(passwordProblem('old', 'abcdefghij', 'abcdefghij')).toBeNull();
});
