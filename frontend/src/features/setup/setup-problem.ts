/** What is wrong with the two days of the campaign, or null. The inspection day may be left open. */
export function setupProblem(start: string | null, inspection: string | null): string | null {
  if (!start) return '请填写创建工作启动日，例如 2026-03-01。';
  if (inspection && inspection < start) return '迎检日不能早于启动日，请检查两个日期。';
  return null;
}
