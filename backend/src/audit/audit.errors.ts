import { DomainError } from '../platform/errors/index.js';

/** What cannot be told is not done: the transaction of the action is rolled back with this. */
export const trailNotWritten = () =>
  new DomainError(
    'unavailable',
    'audit.notWritten',
    '操作日志写不进去，刚才的操作没有保存；请把编号告诉管理员，检查数据文件夹和数据库后再试一次',
  );
