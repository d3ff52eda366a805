/** Points of one line of text at the size the sheets use. */
const LINE = 14;
const PADDING = 4;

/** Width of a text in half-width characters: a full-width one takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Lines that a text takes in a column of `width` half-width characters, line breaks included. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 2.5);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** Row height in points for the text of a cell. */
export function heightOf(text: string, width: number): number {
  return linesOf(text, width) * LINE + PADDING;
}
