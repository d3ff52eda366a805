import { DomainError, type FieldProblem } from '../platform/errors/index.js';

export function recordUnknown(): DomainError {
  return new DomainError('notFound', 'records.unknown', '没有这条记录，请从列表中重新打开。');
}

/** One or more fields have to be written differently; nothing was stored. */
export function fieldsInvalid(problems: readonly FieldProblem[]): DomainError {
  const fields = problems.slice(0, 50);
  return new DomainError('invalid', 'records.fieldInvalid', fields.map((problem) => problem.message).join(''), {
    fields,
  });
}

export function fieldInvalid(field: string, label: string, message: string): DomainError {
  return fieldsInvalid([{ field, label, message }]);
}

/** Somebody else was faster: both sides, so that nothing typed is lost. */
export function staleVersion(current: unknown, yours: unknown): DomainError {
  const message = '这条记录刚被别人改过，您的修改没有保存；请对照现在的内容再改一次。';
  return new DomainError('conflict', 'records.stale', message, { current, yours });
}

/** The record's state does not allow the action. */
export function actionRefused(message: string, current: unknown): DomainError {
  return new DomainError('conflict', 'records.stateRefuses', message, { current });
}
