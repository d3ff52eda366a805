import { heightOf, linesOf, textWidth } from './text-height.js';

describe('the height of wrapped text', () => {
  it('counts a Chinese character as two', () => {
    expect(textWidth('达标12')).toBe(6);
  });

  it('grows by a line where the column is full, and at line breaks', () => {
    expect(linesOf('一二三', 10)).toBe(1);
    expect(linesOf('一二三四', 10)).toBe(2);
    expect(linesOf('一\n二', 10)).toBe(2);
    expect(heightOf('一\n二', 10)).toBeGreaterThan(heightOf('一', 10));
  });
});
