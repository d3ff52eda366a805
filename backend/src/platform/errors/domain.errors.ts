/** What went wrong in words of the product; only the HTTP filter knows which status that is. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'unsupportedType'
  | 'storageFull'
  | 'unavailable';

/** One field that has to be written differently; `label` and `message` are Chinese. */
export interface FieldProblem {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

export interface ErrorDetails {
  readonly fields?: readonly FieldProblem[];
  /** Both sides of a stale update. */
  readonly current?: unknown;
  readonly yours?: unknown;
}

/**
 * An error that a room expects and explains.
 * `code` is `room.whatHappened`; `message` is a Chinese sentence that says what to change and how to write it.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }
}
