import { BadRequestException, NotFoundException } from '@nestjs/common';
import { DomainError } from '../errors/index.js';
import { answerFor } from './error-body.js';

const sqlite = (code: string) =>
  Object.assign(new Error('QueryFailed'), { driverError: Object.assign(new Error('SQL'), { code }) });

describe('the answer to an error', () => {
  it('is the room’s own sentence', () => {
    const fields = [{ field: 'a', label: '甲', message: '请填写' }];
    expect(answerFor(new DomainError('conflict', 'records.stale', '已被修改', { fields }))).toEqual({
      status: 409,
      code: 'records.stale',
      message: '已被修改',
      details: { fields },
    });
  });

  it('never repeats the English of a library', () => {
    for (const error of [new BadRequestException('Unexpected token'), new NotFoundException('Cannot GET /x')]) {
      expect(answerFor(error)?.message).toMatch(/^[^a-z]+$/);
    }
    expect(answerFor(Object.assign(new Error('Teapot'), { statusCode: 418 }))).toMatchObject({
      status: 418,
      code: 'platform.badRequest',
    });
  });

  it('calls a full disk by its name, and no other fault of the storage', () => {
    expect(answerFor(sqlite('SQLITE_FULL'))).toMatchObject({ status: 507, code: 'platform.storageFull' });
    expect(answerFor(sqlite('SQLITE_CORRUPT'))).toBeNull();
  });

  it('blames the client for a broken upload only where there is one', () => {
    for (const text of ['Unexpected end of multipart data', 'Multipart: Boundary not found']) {
      expect(answerFor(new Error(text), true)?.status).toBe(400);
      expect(answerFor(new Error(text))).toBeNull();
    }
    expect(answerFor(new TypeError('x is not a function'), true)).toBeNull();
  });

  it.each([new Error('secret'), new TypeError('x'), 'text', null, undefined, { statusCode: 400 }])(
    'is silent about what nobody expected: %p',
    (error) => {
      expect(answerFor(error)).toBeNull();
    },
  );
});
