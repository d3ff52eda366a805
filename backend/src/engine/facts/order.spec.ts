import fc from 'fast-check';
import { orderByDay } from './order.js';

describe('the order of rows', () => {
  it('goes by day, then by how late it was handed in, then record number, then as given', () => {
    const row = fc.record({
      day: fc.integer({ min: -40_000, max: 3_000_000 }),
      id: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
      late: fc.integer({ min: 0, max: 4000 }),
    });
    const near = fc.record({
      day: fc.integer({ min: 20_000, max: 20_003 }),
      late: fc.nat(3),
      id: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(row, near)), (rows) => {
        const days = rows.map(({ day }) => day);
        const expected = rows
          .map((_, at) => at)
          .sort(
            (a, b) =>
              rows[a]!.day - rows[b]!.day || rows[a]!.late - rows[b]!.late || rows[a]!.id - rows[b]!.id || a - b,
          );
        expect([
          ...orderByDay(
            days,
            Int32Array.from(rows, ({ late }) => late),
            Int32Array.from(rows, ({ id }) => id),
          ),
        ]).toEqual(expected);
      }),
    );
  });
  it('takes what was handed in before its day for timely, and what came after eleven years for one as late as the other', () => {
    const order = (...late: readonly number[]) => [
      ...orderByDay(
        late.map(() => 20_000),
        Int32Array.from(late),
        Int32Array.from(late, (_, at) => at + 1),
      ),
    ];
    expect(order(0, -5, 0)).toEqual([0, 1, 2]);
    expect(order(4095, 4094, 9000, 4096)).toEqual([1, 0, 2, 3]);
    expect(orderByDay([20_001, 20_000], Int32Array.of(0, 9000), Int32Array.of(1, 2))).toEqual(Int32Array.of(1, 0));
  });
});
