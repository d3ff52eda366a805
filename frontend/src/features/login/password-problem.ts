const SHORTEST = 10;

/** What is wrong with a change of password, or null. The server checks again. */
export function passwordProblem(current: string, next: string, again: string): string | null {
  if (current === '') return '请填写现在的密码。';
  if (next.length < SHORTEST) return `新密码至少 ${SHORTEST} 个字符，现在是 ${next.length} 个。`;
  if (next === current) return '新密码要和现在的密码不同。';
  if (next !== again) return '两遍新密码不一样，请重新输入第二遍。';
  return null;
}
