export { fractionOf } from './fraction.js';
export { JudgingService } from './judging.service.js';
export { LinesService, type RequirementLine } from './lines.service.js';
export { RollupService } from './rollup.service.js';
export { ScorecardModule } from './scorecard.module.js';
export { BAND_LABELS } from './bands.js';
export { missingInWords } from './sentence/missing-in-words.js';
export { SentenceService } from './sentence/sentence.service.js';
export { OUTCOME_LABELS, OUTCOME_SHAPES, numberInWords } from './sentence/words.js';
