import { expect, it } from 'vitest';
import type { Unit } from '../../api';
import { cellUnitOf } from './cell-unit';

const unit = (code: string, kind: Unit['kind'], parentCode: string | null): [string, Unit] => [
  code,
  { code, kind, parentCode, name: code, shortName: code, displayName: code },
];
const byCode = new Map([
  unit('county', 'county', null),
  unit('民政局', 'bureau', 'county'),
  unit('town', 'street', 'county'),
  unit('village', 'community', 'town'),
]);

it('takes the unit itself, else the nearest above it that is judged', () => {
  expect(cellUnitOf(['each_village_ge100'], 'village', byCode)).toBe('village');
  expect(cellUnitOf(['each_town', 'county'], 'village', byCode)).toBe('town');
  expect(cellUnitOf(['county'], '民政局', byCode)).toBe('county');
  expect(cellUnitOf(['bureau:民政局'], '民政局', byCode)).toBe('民政局');
});

it('says null when nobody above is judged', () => {
  expect(cellUnitOf(['bureau:公安局'], 'village', byCode)).toBeNull();
});
