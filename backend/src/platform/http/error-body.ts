import { HttpException } from '@nestjs/common';
import { storageErrorCode } from '../database/storage-error.js';
import { DomainError, type ErrorDetails, type ErrorKind } from '../errors/index.js';

/** What a client is told: a status, and the error without its request number. */
export interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details: ErrorDetails;
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  unsupportedType: 415,
  storageFull: 507,
  unavailable: 503,
};

/** Sentences for what fails before a room sees the request. */
const BY_STATUS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['platform.badRequest', '请求的内容不完整或格式不对；请刷新页面后重新填写、重新提交'],
  401: ['identity.loginRequired', '请先登录'],
  403: ['platform.forbidden', '不允许这样操作'],
  404: ['platform.notFound', '没有找到这个地址；请检查地址，或者从首页重新进入'],
  405: ['platform.methodNotAllowed', '这个地址不支持这种操作'],
  408: ['platform.timeout', '上传太慢，连接已中断；请检查网络后重试'],
  413: ['platform.tooLarge', '提交的内容太大；请减少内容或换小一些的文件'],
  414: ['platform.addressTooLong', '地址太长；请减少筛选条件'],
  415: [
    'platform.unsupportedType',
    '不认识这种提交格式；数据请用 JSON（application/json），文件请用表单（multipart/form-data）',
  ],
  431: ['platform.headersTooLarge', '地址或请求头太长；请减少筛选条件，或者清除本站的 Cookie 后重试'],
};

/** An upload that stops in the middle or that does not say where its parts end: the parser throws plain errors. */
const BROKEN_UPLOAD = /multipart|boundary|unexpected end|premature close|part terminated|malformed|aborted|ECONNRESET/i;
const UPLOAD_CODES = /^(ERR_STREAM_PREMATURE_CLOSE|ECONNRESET)$/;

/**
 * What to tell about an error; null when the server is at fault and the client is told no more than a number.
 * `isUpload`: the request is a multipart one, whose parser throws plain errors at what the client sent.
 */
export function answerFor(error: unknown, isUpload = false): Answer | null {
  if (error instanceof DomainError) {
    return { status: STATUS[error.kind], code: error.code, message: error.message, details: error.details };
  }
  if (storageErrorCode(error) === 'SQLITE_FULL') return storageFull;
  const status = statusOf(error) ?? (isUpload && isBrokenUpload(error) ? 400 : null);
  if (status === null) return null;
  const known = BY_STATUS[status] ?? BY_STATUS[400];
  return known ? { status, code: known[0], message: known[1], details: {} } : null;
}

const storageFull: Answer = {
  status: STATUS.storageFull,
  code: 'platform.storageFull',
  message: '磁盘已满，刚才的内容没有保存；请联系管理员腾出空间后重试',
  details: {},
};

/** The client's status (400–499) that an error carries. */
function statusOf(error: unknown): number | null {
  const status = error instanceof HttpException ? error.getStatus() : carriedStatus(error);
  return status !== null && status >= 400 && status < 500 ? status : null;
}

function carriedStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function isBrokenUpload(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return UPLOAD_CODES.test(code) || (code === '' && error.name === 'Error' && BROKEN_UPLOAD.test(error.message));
}
