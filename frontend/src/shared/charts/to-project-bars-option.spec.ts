import { expect, it } from 'vitest';
import { toProjectBarsOption } from './to-project-bars-option';

const projects = [
  { name: '领导协调机制', counts: [2, 1, 0, 0, 0, 0] },
  { name: '一票否决', counts: [0, 0, 0, 3, 0, 0] },
];

it('draws a segment for each outcome that occurs, projects in the order given', () => {
  expect(toProjectBarsOption(projects)).toMatchObject({
    xAxis: { max: 3 },
    yAxis: { data: ['领导协调机制', '一票否决'], inverse: true },
    series: [
      { name: '达标', data: [2, 0] },
      { name: '预警', data: [1, 0] },
      { name: '无数据', data: [0, 3] },
    ],
  });
});

it('has nothing to draw without projects', () => {
  expect(toProjectBarsOption([])).toMatchObject({ xAxis: { max: 0 }, series: [] });
});

it('shortens the labels on a narrow screen so that they stay inside their segments', () => {
  const labels = (narrow: boolean) => {
    const { series } = toProjectBarsOption(projects, narrow) as {
      series: { label: { formatter: (point: { value: number }) => string } }[];
    };
    return [0, 1, 2].map((value) => series[0]!.label.formatter({ value }));
  };
  expect(labels(false)).toEqual(['', '✓ 1', '✓ 2']);
  expect(labels(true)).toEqual(['', '✓', '✓2']);
});
