export { fractionOf } from './fraction.js';
export { JudgingService } from './judging.service.js';
export { LinesService, type RequirementLine } from './lines.service.js';
export { RollupService } from './rollup.service.js';
export { ScorecardModule } from './scorecard.module.js';
export { OUTCOME_LABELS, OUTCOME_SHAPES, numberInWords } from './sentence/words.js';
