/** Text inside a table cell or a line: no pipe, no line break, no accidental markup. */
export function cell(text: string): string {
  return text
    .replace(/\r?\n+/gu, '<br>')
    .replace(/\|/gu, '\\|')
    .replace(/([*_`])/gu, '\\$1')
    .trim();
}

/** A table; no table at all without rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line), ''];
}

/** Anchor of a clause: `1.1.3` → `c-1-1-3`. */
export function anchor(clause: string): string {
  return `c-${clause.replaceAll('.', '-')}`;
}

/** `{ '2018-01-01': 2, '2027-01-01': 4 }` → 2（2018-01-01 起）、4（2027-01-01 起）. */
export function dated(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([day, value]) => `${value}（${day} 起）`)
    .join('、');
}
