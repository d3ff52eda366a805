import type { Rule } from '../../engine/index.js';

/** Name of the part (paper, category, ledger, step, item) that decided a verdict, in the rule's own order; null when the rule has none. */
export function partLabel(rule: Rule, part: number | null): string | null {
  return part === null ? null : (partLabels(rule)[part] ?? null);
}

function partLabels(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'documents':
      return rule.papers.map((paper) => paper.type);
    case 'coverage':
      return coverageLabels(rule);
    case 'value_compare':
      return rule.categories ?? [];
    case 'ledger_current':
      return rule.ledgers;
    case 'every_case_handled':
      return rule.source.type === 'cases' ? rule.source.steps.map((step) => step.step) : [];
    default:
      return [];
  }
}

function coverageLabels(rule: Extract<Rule, { kind: 'coverage' }>): readonly string[] {
  switch (rule.of.type) {
    case 'items':
      return rule.of.items;
    case 'reported':
      return rule.of.by?.categories ?? [];
    case 'pairs':
      return rule.of.pairs.map((pair) => pair.label);
    default:
      return [];
  }
}
