import type { EChartsCoreOption } from 'echarts/core';
import { countOf, OUTCOME_LOOKS, OUTCOMES, type Counts, type Outcome } from '../outcomes';

export interface ProjectCounts {
  readonly name: string;
  /** Counts of the project's clauses. */
  readonly counts: Counts;
}

const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";
const hatch = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -Math.PI / 4, color: '#c6cdd6' };

/** “✓ 12”; on a narrow screen “✓12”, and only the shape where the segment is one clause wide. */
function segmentLabel(outcome: Outcome, count: number, narrow: boolean): string {
  // × is in every Chinese font, ✕ is not.
  const shape = OUTCOME_LOOKS[outcome].shape.replace('✕', '×');
  if (count <= 0) return '';
  if (!narrow) return `${shape} ${count}`;
  return count === 1 ? shape : `${shape}${count}`;
}

function barsOf(outcome: Outcome, projects: readonly ProjectCounts[], narrow: boolean) {
  const look = OUTCOME_LOOKS[outcome];
  return {
    name: look.word,
    type: 'bar',
    stack: 'clauses',
    barWidth: 22,
    itemStyle: {
      color: look.fill,
      borderColor: look.text,
      borderWidth: 1,
      ...(outcome === 'noData' ? { decal: hatch } : {}),
    },
    label: {
      show: true,
      color: look.text,
      fontFamily: FONT,
      fontSize: 12,
      formatter: ({ value }: { value: unknown }) => segmentLabel(outcome, Number(value), narrow),
    },
    emphasis: { disabled: true },
    data: projects.map((project) => countOf(project.counts, outcome)),
  };
}

/** Stacked bars: one for each project in the table's order, one segment for each outcome that occurs. */
export function toProjectBarsOption(projects: readonly ProjectCounts[], narrow = false): EChartsCoreOption {
  const present = OUTCOMES.filter((outcome) => projects.some((project) => countOf(project.counts, outcome) > 0));
  const longest = Math.max(0, ...projects.map((project) => project.counts.reduce((sum, count) => sum + count, 0)));
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { left: 4, right: 8, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', max: longest, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: projects.map((project) => project.name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: '#1c2430', fontSize: 13, fontFamily: FONT, margin: 12 },
    },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'none' },
      textStyle: { fontSize: 13, fontFamily: FONT },
    },
    series: present.map((outcome) => barsOf(outcome, projects, narrow)),
  };
}
