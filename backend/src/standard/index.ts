export { hashSeeds } from './loader/hash-seeds.js';
export { type Loaded, loadStandard } from './loader/load-standard.js';
export { runExample } from './examples/run-example.js';
export { type Played, runAllExamples } from './examples/run-all.js';
export { seedJsonSchema } from './json-schema/json-schema.js';
export { KIND_LABELS } from './kind-labels.js';
export { recordTypesRead, selectionsOf } from './rule-reading.js';
export { subjectWords } from './rule-text/words.js';
export { StandardModule } from './standard.module.js';
export { type PlacedRequirement, StandardService } from './standard.service.js';
export type {
  ClauseSpec,
  EvidenceTypeSpec,
  ExampleSpec,
  ParameterSpec,
  ReadingSpec,
  RecordType,
  RequirementSpec,
  SeedProblem,
  Standard,
  TopicSpec,
} from './standard.types.js';
