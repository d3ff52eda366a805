import { after, LIST, merge, rename, row } from '../testing/small-county.js';
import { changeInWords } from './change-words.js';
import { heirOn } from './history.js';
import type { UnitChange } from './history.types.js';
import { UnitBook } from './unit-book.js';

const names = (book: UnitBook, day: string) => book.on(day).units.map(({ shortName }) => shortName);

describe('units in time', () => {
  it('a renamed unit has its name of each day, and is found by every name it ever bore', () => {
    const book = new UnitBook(after(rename));
    expect([book.displayName('wj', '2026-02-28'), book.displayName('wj', '2026-03-01')]).toEqual([
      '县卫计局',
      '县卫健局',
    ]);
    for (const day of ['2025-01-01', '2026-03-01'])
      for (const name of ['县卫计局', '县卫健局']) expect(book.named(name, day)?.code).toBe('wj');
    expect(book.candidates('县卫计局', '2026-11-24').map(({ shortName }) => shortName)).toEqual(['县卫健局']);
  });

  it('a merger ends its units with the day before, and hands their records on, through later changes too', () => {
    const again: UnitChange = { type: 'merge', day: '2026-09-01', codes: ['v4', 'v9'], into: { code: 'v4' } };
    const histories = after(merge, again);
    const book = new UnitBook(histories);
    expect(names(book, '2026-06-30')).toEqual(LIST.map(({ shortName }) => shortName));
    expect(names(book, '2026-07-01')).toEqual(['县政府', '县卫计局', '县医保局', '甲镇', '中村', '乙镇', '北村']);
    expect(heirOn(histories, 'v2', '2026-06-30')?.code).toBe('v2');
    expect(heirOn(histories, 'v2', '2026-08-31')?.code).toBe('v9');
    expect(heirOn(histories, 'v2', '2026-09-01')?.code).toBe('v4');
    expect([...book.predecessors('v4', '2026-09-01')].sort()).toEqual(['v1', 'v2', 'v3', 'v9']);
    expect(book.predecessors('v9', '2026-06-30')).toEqual([]);
    expect(book.named('西村', '2026-10-01')?.code).toBe('v4');
    expect(book.everBelow('t2', '2026-10-01')).toEqual(expect.arrayContaining(['v1', 'v9', 'v4']));
  });

  it('tells the engine the same', () => {
    const facts = new UnitBook(after(rename, merge)).facts();
    const fact = (code: string) => facts.find((unit) => unit.code === code);
    expect(fact('t1')).toEqual({ code: 't1', shortName: '甲镇', kind: 'town', parentCode: 'c' });
    expect(fact('v1')).toMatchObject({ to: '2026-06-30', heir: 'v9' });
    expect(fact('v9')).toEqual({
      code: 'v9',
      shortName: '中村',
      kind: 'village',
      parentCode: 't1',
      from: '2026-07-01',
    });
    expect(fact('wj')).toMatchObject({
      shortName: '县卫计局',
      names: ['县卫计局', '县卫健局'],
      states: [{ from: '2026-03-01', shortName: '县卫健局', kind: 'bureau', parentCode: 'c' }],
    });
    const founded = after({
      type: 'found',
      day: '2026-05-01',
      ...row('v8', '新村', 'village', 't2'),
      parentCode: 't2',
    });
    expect(new UnitBook(founded).facts().find(({ code }) => code === 'v8')).toMatchObject({
      from: '2026-05-01',
      newborn: true,
    });
  });

  it('a split unit goes on in one part; the others are new', () => {
    const parts = [
      { code: 'v1', name: '东村', shortName: '东村' },
      { code: 'v7', name: '东新村', shortName: '东新村' },
    ];
    const facts = new UnitBook(after({ type: 'split', day: '2026-05-01', code: 'v1', parts, heir: 'v1' })).facts();
    expect(facts.find(({ code }) => code === 'v7')).toMatchObject({ from: '2026-05-01', newborn: true });
    expect(facts.find(({ code }) => code === 'v1')).not.toHaveProperty('to');
    expect(facts.map(({ code }) => code).slice(4, 7)).toEqual(['v1', 'v7', 'v2']);
  });

  it('villages of a town that merges stand below the merged town', () => {
    const book = new UnitBook(after({ type: 'merge', day: '2026-05-01', codes: ['t1', 't2'], into: { code: 't2' } }));
    expect(
      book
        .on('2026-05-01')
        .children('t2')
        .map(({ code }) => code),
    ).toEqual(['v1', 'v2', 'v3', 'v4']);
    expect(book.on('2026-04-30').children('t1')).toHaveLength(3);
  });

  it('says where a record of a day goes', () => {
    const close: UnitChange = { type: 'close', day: '2026-08-01', code: 'v4' };
    const found: UnitChange = {
      type: 'found',
      day: '2026-05-01',
      ...row('v8', '新村', 'village', 't2'),
      parentCode: 't2',
    };
    const book = new UnitBook(after(merge, close, found));
    expect(book.registerElsewhere('v1', '2026-06-30')).toBeNull();
    expect(book.registerElsewhere('v1', '2026-07-01')).toBe('“东村”已于 2026-07-01 并入“中村”，请登记到“中村”。');
    expect(book.registerElsewhere('v4', '2026-08-01')).toBe(
      '“北村”已于 2026-08-01 撤销，请核对日期，或登记到它的上级“乙镇”。',
    );
    expect(book.registerElsewhere('v8', '2026-04-30')).toBe(
      '“新村”自 2026-05-01 起才设立，请核对日期，或登记到当时的单位。',
    );
  });

  it('tells in one sentence what a change did', () => {
    const told = (change: UnitChange) => changeInWords(after(change), change);
    expect(told(rename)).toBe('2026-03-01 起“县卫计局”改称“县卫健局”。');
    expect(told(merge)).toBe('2026-07-01 起“东村”、“西村”、“南村”并入“中村”。');
    expect(told({ type: 'move', day: '2026-05-01', code: 'v1', parentCode: 't2' })).toBe(
      '2026-05-01 起“东村”划归“乙镇”。',
    );
  });
});
