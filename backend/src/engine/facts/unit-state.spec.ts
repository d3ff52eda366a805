import { formatDay } from '../days.js';
import { NO_DAY, type UnitFact } from '../facts.types.js';
import { day } from '../testing/county.js';
import { changeDays, existsOn, firstDayOf, lastDayOf, stateOn } from './unit-state.js';

const village: UnitFact = { code: 'v1', shortName: '甲一村', kind: 'village', parentCode: 't1' };

describe('the days on which units change', () => {
  const days = (...units: readonly Partial<UnitFact>[]) =>
    changeDays(units.map((unit) => ({ ...village, ...unit }))).map(formatDay);
  it('are none where units have always been there and stay', () => {
    expect(days({}, { states: [] })).toEqual([]);
    expect(days({ from: '开始', to: '2026-02-30', states: [{ from: '以后', kind: 'community' }] })).toEqual([]);
  });
  it('are first days, the days after last days, and those of new states, each once and in order', () => {
    const states = [
      { from: '2030-01-01', shortName: '甲村' },
      { from: '1990-07-01', kind: 'community' as const },
    ];
    expect(
      days({ from: '2026-07-01' }, { to: '2026-06-30' }, { from: '1975-03-01', to: '1999-12-31', states }),
    ).toEqual(['1975-03-01', '1990-07-01', '2000-01-01', '2026-07-01', '2030-01-01']);
  });
});

describe('a unit on a day', () => {
  it('has always been there, and stays, where no readable day says otherwise', () => {
    for (const unit of [village, { ...village, from: '', to: '' }]) {
      expect([firstDayOf(unit), lastDayOf(unit)]).toEqual([NO_DAY, Infinity]);
      expect(['1900-01-01', '2200-01-01'].map((at) => existsOn(unit, day(at)))).toEqual([true, true]);
    }
  });
  it('is as its latest state says, the first day inside', () => {
    const unit: UnitFact = {
      ...village,
      states: [
        { from: '2026-03-01', shortName: '甲村' },
        { from: '2026-05-01', shortName: '甲社区', kind: 'community' },
      ],
    };
    const named = (at: string) => `${stateOn(unit, day(at)).shortName} ${stateOn(unit, day(at)).kind}`;
    expect(['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map(named)).toEqual([
      '甲一村 village',
      '甲村 village',
      '甲村 village',
      '甲社区 community',
    ]);
    expect(stateOn(unit, day('2026-05-01')).parentCode).toBe('t1');
    expect(stateOn(village, day('2026-05-01'))).toEqual(village);
  });
});
