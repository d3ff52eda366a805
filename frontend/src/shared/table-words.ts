/** Duties and numbers of the standard in words, the same on every page. */

/** The 责任分工 cell as the server gives it. */
export interface ResponsibilityCell {
  readonly cell: 'own' | 'continued';
  readonly continuedFrom: string | null;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly printed: string;
}

export interface PrintedResponsibility {
  /** As printed, line by line; empty where the cell is blank. */
  readonly lines: readonly string[];
  /** What a blank cell means; null for a cell with words that name a lead unit. */
  readonly note: string | null;
}

/** The 责任分工 cell: a blank one says what it continues, a missing lead unit is said and not invented. */
export function responsibilityInWords(cell: ResponsibilityCell): PrintedResponsibility {
  const lines = cell.printed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (cell.cell === 'continued') {
    const lead = cell.lead.join('、') || '原表未列';
    return {
      lines,
      note: `原表空白，续“${cell.continuedFrom ?? '上一格'}”：牵头 ${lead}；责任 ${cell.responsible.join('、') || '原表未列'}`,
    };
  }
  if (cell.lead.length > 0) return { lines, note: null };
  return { lines, note: cell.responsible.length > 0 ? '牵头单位：原表未列' : '原表未列' };
}

/** A number of a requirement in words: “不少于 2 次（原文“两次”）”, or that it is a declared default. */
export function numberInWords(number: { value: number | null; unit: string; says: string | null }): string {
  const value = number.value === null ? '未设' : `${number.value} ${number.unit}`;
  return number.says === null ? `${value}（默认值，原文未写）` : `${value}（原文“${number.says}”）`;
}
