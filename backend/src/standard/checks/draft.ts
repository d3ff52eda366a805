import type { UnitDirectory } from '../../units/index.js';
import type { Parsed } from '../loader/read-parsed.js';
import type { SeedPath } from '../loader/seed-file.js';
import type {
  ClauseSpec,
  EvidenceTypeSpec,
  HolidayYear,
  ParameterSpec,
  RecordType,
  RequirementSpec,
  SeedProblem,
  StandardSpec,
  TopicSpec,
} from '../standard.types.js';
import type { Variable } from '../variants/variant.js';

/** Everything that was read and fits its schema; the checks across files work on this. */
export interface Draft {
  readonly standard: Parsed<StandardSpec>;
  readonly topics: readonly Parsed<TopicSpec>[];
  readonly parameters: Parsed<{ readonly parameters: readonly ParameterSpec[] }>;
  readonly evidenceTypes: Parsed<{ readonly evidenceTypes: readonly EvidenceTypeSpec[] }>;
  readonly holidays: Parsed<{ readonly years: readonly HolidayYear[] }>;
  readonly recordTypes: readonly Parsed<RecordType>[];
  readonly units: UnitDirectory;
  /** `source/task-table.txt` as it stands, and the hash it should have. */
  readonly source: { readonly text: string; readonly sha256: string };
}

/** A requirement with the way to it inside its file. */
export interface Placed {
  readonly topic: Parsed<TopicSpec>;
  readonly clause: ClauseSpec;
  readonly clausePath: SeedPath;
  readonly requirement: RequirementSpec;
  readonly path: SeedPath;
}

/** All requirements in the order of the files. */
export function placed(topics: readonly Parsed<TopicSpec>[]): Placed[] {
  return topics.flatMap((topic) =>
    topic.spec.clauses.flatMap((clause, c) =>
      clause.requirements.map((requirement, r) => ({
        topic,
        clause,
        clausePath: ['clauses', c],
        requirement,
        path: ['clauses', c, 'requirements', r],
      })),
    ),
  );
}

/** A finding at a place of a file. */
export function problemAt(parsed: Pick<Parsed<unknown>, 'seed'>, path: SeedPath, sentence: string): SeedProblem {
  return { file: parsed.seed.file, line: parsed.seed.lineOf(path), sentence };
}

/** The part of the standard that another reading can change. */
export function variableOf(draft: Draft): Variable {
  return {
    topicSpecs: draft.topics.map((topic) => topic.spec),
    vetoProject: draft.standard.spec.vetoProject,
    parameters: draft.parameters.spec.parameters,
  };
}
