export { type Fraction, fractionOf } from './heat-map.js';
export { BAND_LABELS } from './bands.js';
export { JudgingService, type Sitting } from './judging.service.js';
export { LinesService, type RequirementLine } from './lines.service.js';
export { RollupService } from './rollup.service.js';
export { ScorecardModule } from './scorecard.module.js';
export { ScorecardService } from './scorecard.service.js';
export { SentenceService } from './sentence/sentence.service.js';
export { OUTCOME_LABELS, OUTCOME_SHAPES, VETO_LABELS } from './sentence/words.js';
