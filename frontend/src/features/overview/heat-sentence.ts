import type { HeatCell } from '../../api';
import { countsInWords, OUTCOME_LOOKS } from '../../shared/outcomes';

/** What one cell of the heat map says, such as “鲁村镇 · 督查考核：3 个检查点到期，达标 2，未达标 1。” */
export function heatSentence(unit: string, topic: string, cell: HeatCell): string {
  if (cell.outcome === 'notApplicable') return `${unit} · ${topic}：没有由它承担的检查点。`;
  if (cell.due === 0) return `${unit} · ${topic}：${OUTCOME_LOOKS[cell.outcome].word}。`;
  return `${unit} · ${topic}：${cell.due} 个检查点到期，${countsInWords(cell.counts)}。`;
}
