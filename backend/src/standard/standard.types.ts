import type { z } from 'zod';
import type { RecordTypeSpec, Requirement } from '../engine/index.js';
import type { evidenceTypesFile, holidaysFile, parametersFile, standardFile } from './schema/files.schema.js';
import type { recordTypeFile } from './schema/record-type.schema.js';
import type { topicFile } from './schema/topic.schema.js';

/** What is wrong in a seed file, where, and what to write instead. `file` is relative to the seeds folder. */
export interface SeedProblem {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}

export type TopicSpec = z.output<typeof topicFile>;
export type ClauseSpec = TopicSpec['clauses'][number];
/** A requirement as written, with its basis, evidence and examples. */
export type RequirementSpec = ClauseSpec['requirements'][number];
export type ReadingSpec = ClauseSpec['readings'][number];
/** One line of what another option changes. */
export type ReadingChange = NonNullable<ReadingSpec['changes']>[string][number];
export type ExampleSpec = RequirementSpec['examples'][number];
export type ExampleRecord = ExampleSpec['records'][number];
export type RecordType = z.output<typeof recordTypeFile> & RecordTypeSpec;
export type StandardSpec = z.output<typeof standardFile>;
export type ParameterSpec = z.output<typeof parametersFile>['parameters'][number];
export type EvidenceTypeSpec = z.output<typeof evidenceTypesFile>['evidenceTypes'][number];
export type HolidayYear = z.output<typeof holidaysFile>['years'][number];

/** The whole standard, checked; nothing in it changes while the server runs. */
export interface Standard extends StandardSpec {
  /** SHA-256 over all seed files. */
  readonly hash: string;
  /** Topics in the order of the table; `TopicSpec.clauses[].requirements[]` inside. */
  readonly topicSpecs: readonly TopicSpec[];
  readonly parameters: readonly ParameterSpec[];
  readonly evidenceTypes: readonly EvidenceTypeSpec[];
  readonly holidayYears: readonly HolidayYear[];
  /** Record types in the order of their ids. */
  readonly recordTypes: readonly RecordType[];
  /** The same requirements as the engine takes them, in the order of the table. */
  readonly requirements: readonly Requirement[];
}
