import { expect, it } from 'vitest';
import { splitByFragments } from './fragments';

const shown = (text: string, fragments: string[]) =>
  splitByFragments(text, fragments)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

it('marks each fragment where it stands', () => {
  expect(shown('县政府每年至少召开两次会议，形成纪要。', ['每年至少召开两次', '形成纪要'])).toBe(
    '县政府[每年至少召开两次]会议，[形成纪要]。',
  );
});

it('joins fragments that overlap', () => {
  expect(shown('一二三四五', ['一二三', '三四'])).toBe('[一二三四]五');
});

it('leaves a text alone when nothing fits', () => {
  expect(shown('一二三', ['四', ''])).toBe('一二三');
  expect(splitByFragments('', ['一'])).toEqual([]);
});
