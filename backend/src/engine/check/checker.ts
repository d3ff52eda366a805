import type { FactsLayout } from '../facts.types.js';
import { Tree } from '../facts/tree.js';
import type { FieldSpec, FieldType, RecordTypeSpec } from '../record-type.types.js';
import type { Condition, Requirement, Selection, Subject, Where } from '../rule.types.js';

export const PROBLEM_CODES = [
  'unknownSubject',
  'unknownRecordType',
  'unknownField',
  'unknownOption',
  'unknownUnit',
  'unknownEvidence',
  'unknownStep',
  'unknownItem',
  'missingNumber',
  'wrongFieldType',
  'emptyList',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something in a requirement that the layout cannot serve. `path` such as `rule.count.where.level`; `detail` is the name at fault. */
export interface Problem {
  readonly requirement: string;
  readonly path: string;
  readonly code: ProblemCode;
  readonly detail: string;
}

const OPTIONS: readonly FieldType[] = ['choice', 'choices'];
const UNITS: readonly FieldType[] = ['unit', 'units', 'unitCounts'];
const NUMBERS: readonly FieldType[] = ['integer', 'decimal', 'money'];

/** Collects the problems of one requirement. */
export class Checker {
  readonly problems: Problem[] = [];
  private readonly types: ReadonlyMap<string, RecordTypeSpec>;
  private readonly tree: Tree;

  constructor(
    private readonly requirement: Requirement,
    private readonly layout: FactsLayout,
  ) {
    this.types = new Map(layout.recordTypes.map((type) => [type.id, type]));
    this.tree = new Tree(layout.units);
  }

  say(path: string, code: ProblemCode, detail: string): void {
    this.problems.push({ requirement: this.requirement.id, path, code, detail });
  }

  subjects(path: string, subjects: readonly Subject[]): void {
    if (subjects.length === 0) this.say(path, 'emptyList', path);
    for (const subject of subjects)
      if (this.tree.subjects(subject).length === 0) this.say(path, 'unknownSubject', subject);
  }

  number(path: string, name: string): void {
    const number = this.requirement.numbers[name];
    const given = number !== undefined && (number.use !== undefined || Object.keys(number.values ?? {}).length > 0);
    if (!given) this.say(path, 'missingNumber', name);
  }

  type(path: string, id: string): RecordTypeSpec | null {
    const type = this.types.get(id);
    if (type === undefined) this.say(path, 'unknownRecordType', id);
    return type ?? null;
  }

  /** A field of a record type, of one of the given field types where they are named. */
  field(path: string, record: string, id: string, types: readonly FieldType[] = []): FieldSpec | null {
    const type = this.types.get(record);
    if (type === undefined) return null;
    const field = type.fields.find((one) => one.id === id);
    if (field === undefined) this.say(path, 'unknownField', `${record}.${id}`);
    else if (types.length > 0 && !types.includes(field.type))
      this.say(path, 'wrongFieldType', `${record}.${id}: ${field.type}`);
    return field ?? null;
  }

  numberField(path: string, record: string, id: string): void {
    this.field(path, record, id, NUMBERS);
  }

  optionsOf(path: string, field: FieldSpec | null, options: readonly string[]): void {
    if (options.length === 0) this.say(path, 'emptyList', path);
    for (const option of options) {
      if (field !== null && OPTIONS.includes(field.type) && field.options?.includes(option) !== true) {
        this.say(path, 'unknownOption', `${field.id}: ${option}`);
      }
    }
  }

  attachments(path: string, attachments: readonly string[] | undefined): void {
    for (const type of attachments ?? [])
      if (!this.layout.evidenceTypes.includes(type)) this.say(path, 'unknownEvidence', type);
  }

  selection(path: string, selection: Selection): void {
    if (this.type(`${path}.record`, selection.record) === null) return;
    this.where(`${path}.where`, selection.record, selection.where);
    this.where(`${path}.wants`, selection.record, selection.wants);
    this.attachments(`${path}.attachments`, selection.attachments);
    if (selection.unitField !== undefined)
      this.field(`${path}.unitField`, selection.record, selection.unitField, UNITS);
    if (selection.alsoUntil !== undefined)
      this.field(`${path}.alsoUntil`, selection.record, selection.alsoUntil, ['day']);
  }

  where(path: string, record: string, where: Where | undefined): void {
    for (const [id, condition] of Object.entries(where ?? {})) {
      const field = this.field(`${path}.${id}`, record, id);
      if (field !== null) this.condition(`${path}.${id}`, field, condition);
    }
  }

  private condition(path: string, field: FieldSpec, condition: Condition): void {
    if ('present' in condition) return;
    if ('is' in condition) return this.fits(path, field, ['flag']);
    if ('min' in condition || 'max' in condition) {
      this.fits(path, field, [...NUMBERS, 'choices', 'units', 'unitCounts']);
      return this.number(path, 'min' in condition ? condition.min : condition.max);
    }
    const named = 'any' in condition ? condition.any : 'all' in condition ? condition.all : condition.none;
    this.fits(path, field, [...OPTIONS, ...UNITS]);
    this.optionsOf(path, field, named);
    if (UNITS.includes(field.type)) this.units(path, named);
  }

  private fits(path: string, field: FieldSpec, types: readonly FieldType[]): void {
    if (!types.includes(field.type)) this.say(path, 'wrongFieldType', `${field.id}: ${field.type}`);
  }

  private units(path: string, names: readonly string[]): void {
    for (const name of names) {
      if (!this.layout.units.some((unit) => unit.shortName === name || unit.code === name))
        this.say(path, 'unknownUnit', name);
    }
  }
}
