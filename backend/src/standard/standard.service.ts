import {
  numberAt,
  parseDay,
  type FactsLayout,
  type Requirement,
  type UnitFact,
  type WorkCalendar,
} from '../engine/index.js';
import { workCalendar } from './work-calendar.js';
import { recordTypesRead } from './rule-reading.js';
import { type RuleWords, ruleText } from './rule-text/rule-text.js';
import type { ClauseSpec, RecordType, RequirementSpec, Standard, TopicSpec } from './standard.types.js';

/** A requirement with the clause and the topic it stands in. */
export interface PlacedRequirement {
  readonly topic: TopicSpec;
  readonly clause: ClauseSpec;
  readonly requirement: RequirementSpec;
}

/** The loaded standard with the look-ups that other rooms need. Built once before the start; nothing in it changes. */
export class StandardService {
  /** Days off, from `holidays.yaml`. */
  readonly calendar: WorkCalendar;
  /** Global parameters as the engine takes them: id → dated values. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, number>>>>;
  private readonly byId: ReadonlyMap<string, PlacedRequirement>;
  private readonly types: ReadonlyMap<string, RecordType>;
  private readonly readers: ReadonlyMap<string, readonly string[]>;
  private readonly words: RuleWords;

  constructor(readonly standard: Standard) {
    this.calendar = workCalendar(standard.holidayYears);
    this.parameters = Object.fromEntries(standard.parameters.map(({ id, values }) => [id, values]));
    this.byId = new Map(place(standard.topicSpecs).map((placed) => [placed.requirement.id, placed]));
    this.types = new Map(standard.recordTypes.map((type) => [type.id, type]));
    this.readers = readersOf(standard);
    this.words = { recordTypes: this.types, evidence: new Map(standard.evidenceTypes.map((e) => [e.id, e.label])) };
  }

  /** Requirements as the engine takes them, in the order of the table. */
  get requirements(): readonly Requirement[] {
    return this.standard.requirements;
  }

  /** What the engine has to know before the first record. */
  layout(units: { readonly units: readonly UnitFact[] }): FactsLayout {
    return {
      units: units.units,
      recordTypes: this.standard.recordTypes,
      evidenceTypes: this.standard.evidenceTypes.map((type) => type.id),
    };
  }

  /** Null for an unknown id. */
  requirement(id: string): PlacedRequirement | null {
    return this.byId.get(id) ?? null;
  }

  /** All requirements with their places, in the order of the table. */
  allRequirements(): readonly PlacedRequirement[] {
    return [...this.byId.values()];
  }

  /** The clause with this number, such as `1.1.3`; null for an unknown one. */
  clause(id: string): ClauseSpec | null {
    return this.standard.topicSpecs.flatMap((topic) => topic.clauses).find((clause) => clause.id === id) ?? null;
  }

  /** Null for an unknown id. */
  recordType(id: string): RecordType | null {
    return this.types.get(id) ?? null;
  }

  /** Ids of the requirements that read this record type, in the order of the table. */
  countsToward(recordType: string): readonly string[] {
    return this.readers.get(recordType) ?? [];
  }

  /** Label of an evidence type; the id itself where there is none. */
  evidenceLabel(id: string): string {
    return this.words.evidence.get(id) ?? id;
  }

  /** Value of one of the requirement's numbers on a day (`YYYY-MM-DD`); null before its first value. */
  numberOn(requirement: RequirementSpec, name: string, day: string): number | null {
    const number = requirement.numbers[name];
    const values = number?.values ?? this.parameters[number?.use ?? ''];
    const at = parseDay(day);
    return values === undefined || at === null ? null : numberAt(values, at);
  }

  /** Value of a global parameter on a day (`YYYY-MM-DD`); null for an unknown one or before its first value. */
  parameterOn(id: string, day: string): number | null {
    const values = this.parameters[id];
    const at = parseDay(day);
    return values === undefined || at === null ? null : numberAt(values, at);
  }

  /** The rule in Chinese words with the numbers in force on a day (`YYYY-MM-DD`). */
  ruleText(requirement: RequirementSpec, day: string): string {
    return ruleText(requirement.rule, this.words, {
      value: (name) => this.numberOn(requirement, name, day),
      unit: (name) => requirement.numbers[name]?.unit ?? '',
    });
  }
}

function place(topics: readonly TopicSpec[]): PlacedRequirement[] {
  return topics.flatMap((topic) =>
    topic.clauses.flatMap((clause) => clause.requirements.map((requirement) => ({ topic, clause, requirement }))),
  );
}

function readersOf(standard: Standard): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { id, rule } of standard.requirements) {
    for (const type of recordTypesRead(rule)) readers.set(type, [...(readers.get(type) ?? []), id]);
  }
  return readers;
}
