import { describe, expect, test } from '@jest/globals';
import { findPersonalData, isIdentityNumber } from './personal-data.js';

describe('identity numbers', () => {
  test.each([
    ['11010519491231002X', true],
    ['370323200402290016', false],
    ['110105194912310021', false],
    ['110105194913310029', false],
    ['440524188001010014', true],
    ['11010519491231002', false],
  ])('%s: %s', (text, expected) => expect(isIdentityNumber(text)).toBe(expected));

  test.each([
    '身份证11010519491231002X。',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002x',
    '1101\u200b0519491231002X',
    '110105194912\u202d31002X',
  ])('found in %j', (text) => expect(findPersonalData(text)).toBe('identityNumber'));

  test.each(['文号 9911010519491231002X', '110105194912310021', '统一社会信用代码 91370323MA3C00000X', '2026-11-24'])(
    'nothing in %j',
    (text) => expect(findPersonalData(text)).toBeNull(),
  );
});

describe('mobile numbers', () => {
  test.each([
    '联系13812345678',
    '１３８１２３４５６７８',
    '138-1234-5678',
    '138 1234 5678',
    '+8613812345678',
    '+86 138 1234 5678',
    '13812345678，19912345678',
  ])('found in %j', (text) => expect(findPersonalData(text)).toBe('mobileNumber'));

  test.each([
    '工单 20261381234567890',
    '113812345678',
    '138123456789',
    '12812345678',
    '0533-3241234',
    '12345',
    '1381234567',
    '共 138 人，1234 户，5678 元',
  ])('nothing in %j', (text) => expect(findPersonalData(text)).toBeNull());
});
