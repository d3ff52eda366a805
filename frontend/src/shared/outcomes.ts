/** The outcomes and veto states as people see them: word, shape and colour belong together on every page and on paper. */

export const OUTCOMES = ['met', 'atRisk', 'unmet', 'noData', 'notDue', 'notApplicable'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The outcome of that name, or null for a name that is none. */
export function outcomeNamed(name: string | undefined): Outcome | null {
  return OUTCOMES.find((outcome) => outcome === name) ?? null;
}

export type VetoState = 'clear' | 'unproven' | 'atRisk' | 'triggered';

export interface Look {
  readonly word: string;
  /** As text, for charts and lists; pages draw it with OutcomeShape. */
  readonly shape: string;
  /** Colour of text and outlines. */
  readonly text: string;
  readonly fill: string;
}

export const OUTCOME_LOOKS: Readonly<Record<Outcome, Look>> = {
  met: { word: '达标', shape: '✓', text: '#17693f', fill: '#e3f4ea' },
  atRisk: { word: '预警', shape: '◐', text: '#8a5a00', fill: '#fdf1d6' },
  unmet: { word: '未达标', shape: '✕', text: '#a3271d', fill: '#fbe5e2' },
  noData: { word: '无数据', shape: '？', text: '#4b5563', fill: '#eceef1' },
  notDue: { word: '未到期', shape: '○', text: '#4b5563', fill: '#ffffff' },
  notApplicable: { word: '不适用', shape: '—', text: '#6b7280', fill: '#f7f7f8' },
};

export const VETO_LOOKS: Readonly<Record<VetoState, Look>> = {
  triggered: { word: '否决', shape: '■', text: '#7f1010', fill: '#fbe5e2' },
  atRisk: { word: '风险', shape: '▲', text: '#8a5a00', fill: '#fdf1d6' },
  unproven: { word: '待证明', shape: '？', text: '#4b5563', fill: '#eceef1' },
  clear: { word: '安全', shape: '✓', text: '#17693f', fill: '#e3f4ea' },
};

/** Counts of the six outcomes, in the order of `OUTCOMES`. */
export type Counts = readonly number[];

/** How many of the six counts belong to one outcome; 0 where the list is shorter. */
export function countOf(counts: Counts, outcome: Outcome): number {
  return counts[OUTCOMES.indexOf(outcome)] ?? 0;
}

/** Those that are due and apply: all but notDue and notApplicable. */
export function dueOf(counts: Counts): number {
  return countOf(counts, 'met') + countOf(counts, 'atRisk') + countOf(counts, 'unmet') + countOf(counts, 'noData');
}

/** “达标 3，预警 1”: only the outcomes that occur, in their fixed order; “无” when there is none. */
export function countsInWords(counts: Counts): string {
  const parts = OUTCOMES.filter((o) => countOf(counts, o) > 0).map(
    (o) => `${OUTCOME_LOOKS[o].word} ${countOf(counts, o)}`,
  );
  return parts.length === 0 ? '无' : parts.join('，');
}
