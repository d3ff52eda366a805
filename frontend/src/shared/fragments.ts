export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into pieces, marked where one of the fragments stands verbatim; overlapping fragments become one piece. */
export function splitByFragments(text: string, fragments: readonly string[]): Piece[] {
  const marks = new Array<boolean>(text.length).fill(false);
  for (const fragment of fragments) {
    if (fragment === '') continue;
    for (let at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, at + 1)) {
      marks.fill(true, at, at + fragment.length);
    }
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i += 1) {
    if (i < text.length && marks[i] === marks[start]) continue;
    pieces.push({ text: text.slice(start, i), marked: marks[start] === true });
    start = i;
  }
  return pieces;
}
