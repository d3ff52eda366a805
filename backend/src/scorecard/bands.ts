import type { ScorecardDto } from './scorecard.schema.js';

type Band = ScorecardDto['rollup']['readiness']['band'];

/** Words of the bands of readiness (decision 10). */
export const BAND_LABELS: Readonly<Record<Band, string>> = {
  notJudged: '未判定',
  vetoTriggered: '一票否决',
  unproven: '待证明',
  gaps: '有差距',
  nearlyReady: '基本具备',
  onTrack: '按期推进',
  ready: '可迎检',
};
