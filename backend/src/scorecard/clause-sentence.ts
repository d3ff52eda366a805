import { OUTCOMES, type Outcome } from '../engine/index.js';
import { fractionOf } from './fraction.js';
import { OUTCOME_LABELS } from './sentence/words.js';

/** One requirement of a clause as its sentence needs it. */
export interface ClausePart {
  readonly title: string;
  readonly outcome: Outcome;
  /** Counts of its cells by outcome. */
  readonly counts: readonly number[];
  /** Sentence of its only cell; null when several units are judged. */
  readonly single: string | null;
}

const WORST_FIRST: readonly Outcome[] = ['unmet', 'noData', 'atRisk', 'notDue'];

/** What decides the state of a clause: its worst requirement, with the numbers of its units. */
export function clauseSentence(parts: readonly ClausePart[]): string {
  const judged = parts.filter((part) => part.outcome !== 'notApplicable');
  if (judged.length === 0) return '本条对该单位不适用。';
  if (judged.every((part) => part.outcome === 'met'))
    return judged.length === 1 ? '检查点已达标。' : `${judged.length} 个检查点全部达标。`;
  const worst = WORST_FIRST.flatMap((outcome) => judged.filter((part) => part.outcome === outcome));
  const [first] = worst;
  if (first === undefined) return '';
  const others = worst.length > 1 ? `另有 ${worst.length - 1} 个检查点尚未达标。` : '';
  return `${first.title}：${partInWords(first)}${others}`;
}

/** One requirement over its units: its own sentence, or how many units have got there. */
export function partInWords(part: ClausePart): string {
  if (part.single !== null) return part.single;
  const { met, due } = fractionOf(part.counts);
  if (due === 0) return `${OUTCOME_LABELS[part.outcome]}。`;
  const short = OUTCOMES.flatMap((outcome, index) => {
    const count = part.counts[index] ?? 0;
    return count > 0 && WORST_FIRST.includes(outcome) ? [`${OUTCOME_LABELS[outcome]} ${count} 个`] : [];
  });
  const rest = short.length === 0 ? '' : `，${short.join('、')}`;
  return `${met}/${due} 个单位达标${rest}。`;
}
