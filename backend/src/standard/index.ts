export { hashSeeds } from './loader/hash-seeds.js';
export { type Loaded, loadStandard } from './loader/load-standard.js';
export { runAllExamples } from './examples/run-all.js';
export { seedJsonSchema } from './json-schema/json-schema.js';
export { selectionsOf } from './rule-reading.js';
export { StandardModule } from './standard.module.js';
export { type PlacedRequirement, StandardService } from './standard.service.js';
export type { RecordType, RequirementSpec, SeedProblem, Standard, TopicSpec } from './standard.types.js';
