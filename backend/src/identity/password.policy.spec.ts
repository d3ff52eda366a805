import { passwordProblem } from './password.policy.js';

const problem = (next: string) => passwordProblem(next, 'admin', 'Old-Password-1');

describe('a new password', () => {
  it.each(['Ping-An-2026-kua-xian', 'Abcdefgh12', 'abcdefgh-1', '平安沂源Abc12345'])('may be %s', (next) => {
    expect(problem(next)).toBeNull();
  });

  it.each([
    ['Abc-12345', '至少要 10 位'],
    ['', '至少要 10 位'],
    ['abcdefghijkl', '至少三种'],
    ['ABCDEFGHIJ12', '至少三种'],
    ['My-Admin-2026', '用户名'],
    ['Old-Password-1', '当前密码相同'],
    ['Aa1Aa1Aa1Aa1', '重复'],
  ])('may not be %s', (next, words) => {
    expect(problem(next)).toContain(words);
  });
});
