/** What a failed request tells people: one Chinese sentence, and a number to quote when they ask for help. */

export interface FieldError {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly number: string | null;
  readonly fields: readonly FieldError[];
  /** The two sides of a stale change (409). */
  readonly current: unknown;
  readonly yours: unknown;
}

export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message);
    this.name = 'ApiError';
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((item) => ({
    field: text(item.field) ?? '',
    label: text(item.label) ?? '',
    message: text(item.message) ?? '',
  }));
}

function fallback(status: number): string {
  if (status === 401) return '登录已过期，请重新登录。';
  if (status === 413) return '文件太大，请压缩后再传。';
  if (status === 0) return '连不上服务器。已登记的内容没有受影响，请检查网络后重试。';
  return '服务器没有办成这件事，已登记的内容没有受影响。请稍后重试。';
}

/** Reads an error answer; anything that is not our error shape becomes a plain sentence for its status. */
export function toApiError(status: number, answer: unknown): ApiError {
  const body = isObject(answer) ? answer : {};
  return new ApiError(status, {
    code: text(body.code) ?? 'unknown',
    message: (text(body.code) && text(body.message)) ?? fallback(status),
    number: text(body.number),
    fields: fieldErrors(body.fields),
    current: body.current ?? null,
    yours: body.yours ?? null,
  });
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.body.message : '页面出了点问题，请刷新后重试。';
}

/** The number to quote, or null. */
export function numberOf(error: unknown): string | null {
  return error instanceof ApiError ? error.body.number : null;
}
