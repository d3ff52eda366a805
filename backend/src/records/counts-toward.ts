import type {
  CaseStep,
  Condition,
  FieldValue,
  Paper,
  Requirement,
  Selection,
  Subject,
  Where,
} from '../engine/index.js';
import { selectionsOf } from '../standard/index.js';
import type { RecordFields } from './record.types.js';

/** The unit that a record belongs to, and those above it, as far as the question needs them. */
export interface OwningUnit {
  readonly kind: string;
  readonly shortName: string;
  /** Kinds of the units above, such as `town` and `county` for a village. */
  readonly kindsAbove: readonly string[];
}

export interface CountableRecord {
  readonly type: string;
  readonly unit: OwningUnit;
  readonly fields: RecordFields;
}

/** The requirements that look at this record: their rule reads its type, its conditions fit, and its unit is within reach (decision 14). */
export function countsToward(record: CountableRecord, requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.filter((requirement) => looksAt(requirement, record));
}

function looksAt({ rule, subjects }: Requirement, record: CountableRecord): boolean {
  if (selectionsOf(rule).some((selection) => selects(selection, subjects, record))) return true;
  if (record.type === 'document' && rule.kind === 'documents')
    return isSubject(record.unit, subjects) && rule.papers.some((paper) => isPaper(paper, record.fields));
  if (record.type === 'zero_report' && 'register' in rule) return contains(record.fields['registers'], rule.register);
  if (record.type !== 'case_step' || rule.kind !== 'every_case_handled' || rule.source.type !== 'cases') return false;
  return rule.source.steps.some((step) => step.field === undefined && showsStep(step, record.fields));
}

/** The step itself, or another one that shows the same. */
function showsStep({ step, or = [] }: CaseStep, fields: RecordFields): boolean {
  if (contains(fields['step'], step)) return true;
  return or.some((other) => contains(fields['step'], other.step) && (!other.having || isFilled(fields[other.having])));
}

function isFilled(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

function selects(selection: Selection, subjects: readonly Subject[], record: CountableRecord): boolean {
  if (selection.record !== record.type || !fits(selection.where, record.fields)) return false;
  if (selection.unitField !== undefined) return true;
  switch (selection.from ?? 'own') {
    case 'own':
      return isSubject(record.unit, subjects);
    case 'subtree':
      return (
        isSubject(record.unit, subjects) ||
        record.unit.kindsAbove.some((kind) => subjects.some((subject) => isOfKind(kind, subject)))
      );
    case 'county':
    case 'home':
      return true;
  }
}

function isPaper(paper: Paper, fields: RecordFields): boolean {
  return contains(fields['doc_type'], paper.type) && fits(paper.where, fields);
}

function isSubject(unit: OwningUnit, subjects: readonly Subject[]): boolean {
  return subjects.some((subject) => isOfKind(unit.kind, subject) || subject === `bureau:${unit.shortName}`);
}

function isOfKind(kind: string, subject: Subject): boolean {
  switch (subject) {
    case 'county':
      return kind === 'county';
    case 'each_town':
      return kind === 'town' || kind === 'street';
    case 'each_town_without_streets':
      return kind === 'town';
    case 'each_village':
    case 'each_village_ge100':
    case 'each_village_lt100':
      return kind === 'village' || kind === 'community';
    default:
      return false;
  }
}

function fits(where: Where | undefined, fields: RecordFields): boolean {
  return Object.entries(where ?? {}).every(([field, condition]) => meets(fields[field], condition));
}

function meets(value: FieldValue | undefined, condition: Condition): boolean {
  if ('any' in condition) return condition.any.some((wanted) => contains(value, wanted));
  if ('all' in condition) return condition.all.every((wanted) => contains(value, wanted));
  if ('none' in condition) return !condition.none.some((unwanted) => contains(value, unwanted));
  if ('is' in condition) return (value === true) === condition.is;
  // What a bound is depends on the day; a figure that is there may count.
  return value !== undefined && value !== null;
}

function contains(value: FieldValue | undefined, wanted: string): boolean {
  return Array.isArray(value) ? value.includes(wanted) : value === wanted;
}
