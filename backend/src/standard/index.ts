export { type Loaded, loadStandard } from './loader/load-standard.js';
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
