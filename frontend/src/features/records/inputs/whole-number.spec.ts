import { expect, it } from 'vitest';
import { wholeNumber } from './whole-number';

it('reads full-width digits and thousands, and nothing else', () => {
  expect(['１２', ' 1,200 ', '0'].map(wholeNumber)).toEqual([12, 1200, 0]);
  expect(['', '十二', '-1', '1.5'].map(wholeNumber)).toEqual([null, null, null, null]);
});
