import { DomainError } from '../platform/errors/index.js';

/** The reviewer may not decide this. */
export function approvalRefused(message: string): DomainError {
  return new DomainError('forbidden', 'review.notAllowed', message);
}
