import type { Having, ItemSource, Measure, Paper, Rule, Selection, Where } from '../engine/index.js';

/** Everything a rule looks at: its selections and its bare conditions. Built once per rule, in the rule's own order. */
interface Parts {
  readonly selections: readonly Selection[];
  readonly conditions: readonly Where[];
  readonly numbers: readonly string[];
}

const NOTHING: Parts = { selections: [], conditions: [], numbers: [] };

/** Record types a rule reads, in order, without repeats. Cases also read their steps, registers their zero reports. */
export function recordTypesRead(rule: Rule): readonly string[] {
  const types = partsOf(rule).selections.map((selection) => selection.record);
  if (rule.kind === 'documents') types.push('document');
  if (
    rule.kind === 'every_case_handled' &&
    rule.source.type === 'cases' &&
    rule.source.steps.some((s) => s.field === undefined)
  ) {
    types.push('case_step');
  }
  if ('register' in rule) types.push('zero_report');
  return [...new Set(types)];
}

/** Selections of a rule, in its own order. */
export function selectionsOf(rule: Rule): readonly Selection[] {
  return partsOf(rule).selections;
}

/** Names of `numbers` that the rule itself mentions (in conditions, measures, limits). */
export function namesUsed(rule: Rule): readonly string[] {
  const { selections, conditions, numbers } = partsOf(rule);
  const wheres = [...conditions, ...selections.flatMap((s) => [s.where ?? {}, s.wants ?? {}])];
  const bounds = wheres.flatMap((where) =>
    Object.values(where).flatMap((test) => ('min' in test ? [test.min] : 'max' in test ? [test.max] : [])),
  );
  return [...new Set([...numbers, ...bounds])];
}

function partsOf(rule: Rule): Parts {
  switch (rule.kind) {
    case 'documents':
      return { ...NOTHING, conditions: rule.papers.flatMap(paperConditions) };
    case 'count_per_period':
    case 'frequency_coverage':
      return { ...NOTHING, selections: [rule.count] };
    case 'staffing':
      return { ...NOTHING, selections: [rule.people] };
    case 'facility':
      return { ...NOTHING, selections: [rule.places], conditions: rule.appliesIf ? [rule.appliesIf] : [] };
    case 'coverage':
      return coverageParts(rule.of);
    case 'value_compare':
      return {
        ...NOTHING,
        selections: [rule.of],
        numbers: rule.reference.type === 'number' ? [rule.reference.number] : [],
      };
    case 'every_case_handled':
      return caseParts(rule.source);
    case 'ledger_current':
      return { ...NOTHING, selections: [rule.of] };
    case 'incident_free_window':
      return { ...NOTHING, selections: [rule.incidents] };
    case 'no_open_cases':
      return { ...NOTHING, selections: [rule.cases, rule.statistic.of] };
  }
}

function coverageParts(of: Extract<Rule, { kind: 'coverage' }>['of']): Parts {
  switch (of.type) {
    case 'share':
      return join([{ ...NOTHING, selections: [of.among] }, havingParts(of.having)]);
    case 'items':
      return { ...NOTHING, selections: of.sources.map((source: ItemSource) => source.of) };
    case 'reported':
    case 'pairs':
      return { ...NOTHING, selections: [of.of] };
    case 'ratio':
      return join([measureParts(of.numerator), measureParts(of.denominator)]);
  }
}

function havingParts(having: Having): Parts {
  return {
    ...NOTHING,
    selections: having.linked ? [having.linked.of] : [],
    conditions: having.where ? [having.where] : [],
  };
}

function measureParts(measure: Measure): Parts {
  if ('count' in measure) return { ...NOTHING, selections: [measure.count] };
  if ('distinct' in measure) return { ...NOTHING, selections: [measure.distinct] };
  if ('sum' in measure) return { ...NOTHING, selections: [measure.sum] };
  if ('latest' in measure) return { ...NOTHING, selections: [measure.latest] };
  return 'number' in measure ? { ...NOTHING, numbers: [measure.number] } : NOTHING;
}

function caseParts(source: Extract<Rule, { kind: 'every_case_handled' }>['source']): Parts {
  if (source.type === 'statistic') return { ...NOTHING, selections: [source.of] };
  const numbers = source.steps.flatMap((step) => [
    ...(step.within ? [step.within.number] : []),
    ...(step.every === undefined ? [] : [step.every]),
  ]);
  return { ...NOTHING, selections: [source.of], numbers };
}

function paperConditions(paper: Paper): readonly Where[] {
  return [paper.where ?? {}, paper.wants ?? {}];
}

function join(parts: readonly Parts[]): Parts {
  return {
    selections: parts.flatMap((part) => part.selections),
    conditions: parts.flatMap((part) => part.conditions),
    numbers: parts.flatMap((part) => part.numbers),
  };
}
