const SHORTEST = 10;
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/**
 * What is wrong with a new password, as a Chinese sentence; null when it may be used.
 * At least 10 characters and 3 of 4 classes, as assessors of GB/T 22239 expect of a county office.
 */
export function passwordProblem(next: string, username: string, current: string): string | null {
  if ([...next].length < SHORTEST) return `新密码至少要 ${SHORTEST} 位，例如三个词加数字：Shan-Shui-Tian-58`;
  if (CLASSES.filter((kind) => kind.test(next)).length < 3) {
    return '新密码要含小写字母、大写字母、数字、符号中的至少三种，例如 Shan-Shui-Tian-58';
  }
  if (next.toLowerCase().includes(username.toLowerCase())) return '新密码不能含有用户名，请换一个';
  if (next === current) return '新密码不能和当前密码相同，请换一个';
  if (new Set(next).size < 5) return '新密码里重复的字符太多，请换一个';
  return null;
}
