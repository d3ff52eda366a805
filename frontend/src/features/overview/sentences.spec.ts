import { expect, it } from 'vitest';
import type { Readiness } from '../../api';
import { heatSentence } from './heat-sentence';
import { readinessSentence } from './readiness-sentence';
import { vetoHeadline } from './veto-headline';

const readiness = (band: Readiness['band'], counts: number[]) => readinessSentence({ band, counts, total: 44 });

it('says how many clauses stand in the way', () => {
  expect(readiness('gaps', [19, 14, 8, 3, 0, 0])).toBe('若当天迎检，还过不了：有 11 条未达标或无数据。');
  expect(readiness('unproven', [44, 0, 0, 0, 0, 0])).toBe('若当天迎检，还过不了：一票否决各条还没证明。');
  expect(readiness('onTrack', [40, 0, 0, 0, 4, 0])).toBe('到期的都已达标，还有 4 条没到期。');
  expect(readiness('ready', [44, 0, 0, 0, 0, 0])).toBe('44 条全部达标，可以迎检。');
});

it('never speaks of passing while a veto is triggered', () => {
  expect(readiness('vetoTriggered', [44, 0, 0, 0, 0, 0])).toContain('不能通过');
});

it('says what a heat cell holds', () => {
  const cell = { topic: '督查考核', outcome: 'unmet' as const, met: 2, due: 3, counts: [2, 0, 1, 0, 0, 0] };
  expect(heatSentence('鲁村镇', '督查考核', cell)).toBe('鲁村镇 · 督查考核：3 个检查点到期，达标 2，未达标 1。');
  const empty = { topic: '督查考核', met: 0, due: 0, counts: [0, 0, 0, 0, 0, 0] };
  expect(heatSentence('县妇联', '督查考核', { ...empty, outcome: 'notApplicable' })).toContain('没有由它承担的检查点');
  expect(heatSentence('县妇联', '督查考核', { ...empty, outcome: 'notDue' })).toBe('县妇联 · 督查考核：未到期。');
});

it('has a headline for each state of the veto', () => {
  const headlines = ([null, 'clear', 'unproven', 'atRisk', 'triggered'] as const).map(vetoHeadline);
  expect(new Set(headlines).size).toBe(5);
});
