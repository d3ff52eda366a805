import type { Condition, Explanation, Reason, Selection, Where } from '../engine/index.js';
import type { RecordType, RequirementSpec } from '../standard/standard.types.js';
import type { CellExplanationDto } from './scorecard.schema.js';
import { recordToMend } from './sentence/advice.js';

type Action = CellExplanationDto['action'];

/** Mended by a reviewer, by changing a record that is there, or not at all: a new entry would not help. */
const NOTHING_TO_ENTER: readonly Reason[] = [
  'startUnknown',
  'waitingForReview',
  'underConfirmation',
  'insideRepair',
  'triggered',
  'late',
];

/** The form that would mend a cell, prefilled with what the rule fixes; null when the cell wants nothing. */
export function actionFor(
  requirement: RequirementSpec,
  { verdict, missing }: Explanation,
  unitCode: string,
  typeOf: (id: string) => RecordType | null,
): Action {
  if (verdict.outcome === 'met' || verdict.outcome === 'notApplicable') return null;
  if (NOTHING_TO_ENTER.includes(verdict.reason)) return null;
  const type = typeOf(recordToMend(requirement.rule, verdict.reason));
  if (type === null) return null;
  return { recordType: type.id, unitCode, label: `登记${type.label}`, prefill: prefillOf(requirement, missing, type) };
}

function prefillOf(
  requirement: RequirementSpec,
  missing: readonly string[],
  type: RecordType,
): Record<string, unknown> {
  const { rule } = requirement;
  if (rule.kind === 'documents') {
    const paper = rule.papers.find(({ type: name }) => missing.includes(name)) ?? rule.papers[0];
    return paper === undefined ? {} : { doc_type: paper.type };
  }
  const selection = selectionOf(requirement);
  const fixed = selection?.record === type.id ? fixedValues(selection.where ?? {}, type) : {};
  return type.id === 'zero_report' && 'register' in rule ? { registers: [rule.register] } : fixed;
}

function selectionOf({ rule }: RequirementSpec): Selection | null {
  switch (rule.kind) {
    case 'count_per_period':
    case 'frequency_coverage':
      return rule.count;
    case 'staffing':
      return rule.people;
    case 'facility':
      return rule.places;
    case 'value_compare':
    case 'ledger_current':
      return rule.of;
    case 'coverage':
      return rule.of.type === 'reported' || rule.of.type === 'pairs' ? rule.of.of : null;
    default:
      return null;
  }
}

/** A condition with one possible answer is an answer. */
function fixedValues(where: Where, type: RecordType): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(where).flatMap(([field, condition]) => {
      const spec = type.fields.find(({ id }) => id === field);
      const value = onlyValue(condition);
      if (spec === undefined || value === null) return [];
      return [[field, spec.type === 'choices' && typeof value === 'string' ? [value] : value]];
    }),
  );
}

function onlyValue(condition: Condition): string | boolean | readonly string[] | null {
  if ('any' in condition) return condition.any.length === 1 ? (condition.any[0] ?? null) : null;
  if ('all' in condition) return condition.all;
  return 'is' in condition ? condition.is : null;
}
