import { rowHeights } from './row-heights.js';
import { heightOf } from './text-height.js';
import type { SheetSpec } from './workbook.types.js';

const long = '建立县政府主要领导负责的工作协调机制'.repeat(6);
const sheet = (merged: boolean): SheetSpec => ({
  name: '表',
  title: '表',
  notes: [],
  footer: '',
  columns: [
    { heading: '甲', width: 20 },
    { heading: '乙', width: 20 },
  ],
  rows: [
    [
      { text: long, tone: 'plain' },
      { text: '一', tone: 'plain' },
    ],
    [
      { text: long, tone: 'plain' },
      { text: '二', tone: 'plain' },
    ],
  ],
  merges: merged ? [{ firstRow: 0, lastRow: 1, firstColumn: 0, lastColumn: 0 }] : [],
});
const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0);

describe('row heights', () => {
  it('show the whole of a wrapped text', () => {
    expect(rowHeights(sheet(false))[0]).toBe(heightOf(long, 20));
  });

  it('share a merged text among its rows', () => {
    const heights = rowHeights(sheet(true));
    expect(sum(heights)).toBeCloseTo(heightOf(long, 20));
    expect(heights[0]).toBe(heights[1]);
  });
});
