import { expect, it } from 'vitest';
import { countOf, countsInWords, dueOf, OUTCOME_LOOKS, OUTCOMES } from './outcomes';

it('counts as due all but notDue and notApplicable', () => {
  expect(dueOf([1, 2, 3, 4, 50, 60])).toBe(10);
});

it('says only the outcomes that occur, in their fixed order', () => {
  expect(countsInWords([2, 0, 1, 0, 0, 0])).toBe('达标 2，未达标 1');
  expect(countsInWords([0, 0, 0, 0, 0, 0])).toBe('无');
});

it('takes a count that is not there for 0', () => {
  expect(countOf([1], 'noData')).toBe(0);
});

it('gives each outcome a word, a shape and a colour of its own', () => {
  for (const part of ['word', 'shape'] as const) {
    expect(new Set(OUTCOMES.map((outcome) => OUTCOME_LOOKS[outcome][part])).size).toBe(OUTCOMES.length);
  }
});

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it('keeps a contrast of at least 4.5 between text and fill', () => {
  for (const outcome of OUTCOMES) {
    const { text, fill } = OUTCOME_LOOKS[outcome];
    const contrast = (luminance(fill) + 0.05) / (luminance(text) + 0.05);
    expect(contrast, outcome).toBeGreaterThanOrEqual(4.5);
  }
});
