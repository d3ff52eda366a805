import { expect, it } from 'vitest';
import { percentCutDown } from './fractions';

it('cuts down, so that 467 of 468 is never 100', () => {
  expect(percentCutDown(467, 468)).toBe(99);
  expect(percentCutDown(468, 468)).toBe(100);
});

it('gives nothing for 0/0 and for what is missing', () => {
  expect(percentCutDown(0, 0)).toBeNull();
  expect(percentCutDown(null, 12)).toBeNull();
  expect(percentCutDown(3, null)).toBeNull();
  expect(percentCutDown(Number.NaN, 12)).toBeNull();
});
