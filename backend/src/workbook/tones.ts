import type { Fill, Style } from 'exceljs';
import type { CellTone } from './workbook.types.js';

/** Text and fill of each tone, as on the screen; a hatch tells "no data" in grey print. */
const COLOURS: Readonly<Record<CellTone, { readonly text: string; readonly fill: string | null }>> = {
  plain: { text: 'FF1F2937', fill: null },
  centred: { text: 'FF1F2937', fill: null },
  note: { text: 'FF4B5563', fill: null },
  head: { text: 'FF1F2937', fill: 'FFEAF1F9' },
  met: { text: 'FF17693F', fill: 'FFE3F4EA' },
  atRisk: { text: 'FF8A5A00', fill: 'FFFDF1D6' },
  unmet: { text: 'FFA3271D', fill: 'FFFBE5E2' },
  noData: { text: 'FF4B5563', fill: 'FFECEEF1' },
  notDue: { text: 'FF4B5563', fill: null },
  notApplicable: { text: 'FF6B7280', fill: 'FFF7F7F8' },
};

const LINE = { style: 'thin', color: { argb: 'FFB8C2CC' } } as const;
const FONT = '微软雅黑';

/** Style of a body or heading cell. */
export function styleOf(tone: CellTone): Partial<Style> {
  const { text, fill } = COLOURS[tone];
  const isLeft = tone === 'plain' || tone === 'note';
  return {
    font: { name: FONT, size: 10, bold: tone === 'head', color: { argb: text } },
    alignment: { vertical: 'middle', horizontal: isLeft ? 'left' : 'center', wrapText: true },
    border: { top: LINE, left: LINE, bottom: LINE, right: LINE },
    ...(fill === null ? {} : { fill: fillOf(tone, fill) }),
  };
}

function fillOf(tone: CellTone, colour: string): Fill {
  return {
    type: 'pattern',
    pattern: tone === 'noData' ? 'lightUp' : 'solid',
    fgColor: { argb: tone === 'noData' ? 'FFC3C9D1' : colour },
    bgColor: { argb: colour },
  };
}

export const TITLE_STYLE: Partial<Style> = {
  font: { name: FONT, size: 16, bold: true, color: { argb: 'FF1F2937' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};

export const NOTE_STYLE: Partial<Style> = {
  font: { name: FONT, size: 10, color: { argb: 'FF4B5563' } },
  alignment: { vertical: 'middle', horizontal: 'left', wrapText: true },
};
