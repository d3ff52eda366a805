import { DomainError } from '../platform/errors/index.js';

export function dayUnknown(day: string): DomainError {
  return new DomainError('invalid', 'scorecard.dayUnknown', `考核基准日“${day}”不存在，请写成 2026-11-24 这样的日期。`);
}

export function unitUnknown(code: string): DomainError {
  const message = `没有编号为“${code.slice(0, 40)}”的单位，请从单位列表中选择。`;
  return new DomainError('notFound', 'scorecard.unitUnknown', message);
}

/** `absence`: why the unit is not there on the day. */
export function unitAbsent(absence: string, asOf: string): DomainError {
  const message = `${absence}，${asOf} 没有它的记分卡，请另选单位或改考核基准日。`;
  return new DomainError('notFound', 'scorecard.unitAbsent', message);
}

export function cellUnknown(requirement: string, unit: string): DomainError {
  const message = `检查点“${requirement.slice(0, 20)}”不考核“${unit.slice(0, 40)}”，请从记分卡中重新打开。`;
  return new DomainError('notFound', 'scorecard.cellUnknown', message);
}
