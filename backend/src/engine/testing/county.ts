import { parseDay } from '../days.js';
import { createFacts } from '../facts/create.js';
import type { Facts } from '../facts/facts.js';
import type { FactsLayout, FieldValue, RecordFact, UnitFact, UnitKind } from '../facts.types.js';
import { compile } from '../program.js';
import { evaluate, verdictAt } from '../evaluate.js';
import { explain } from '../explain.js';
import type { FieldSpec, FieldType, RecordTypeSpec } from '../record-type.types.js';
import type { Requirement, Rule, RuleNumber } from '../rule.types.js';
import type { Context, Explanation, Verdict } from '../verdict.types.js';

/** A county of two towns and three villages, small enough to reckon by hand. */

const unit = (code: string, shortName: string, kind: UnitKind, parentCode: string | null): UnitFact => ({
  code,
  shortName,
  kind,
  parentCode,
});
export const UNITS: readonly UnitFact[] = [
  unit('c', '县政府', 'county', null),
  unit('b1', '县民政局', 'bureau', 'c'),
  unit('b2', '县公安局', 'bureau', 'c'),
  unit('t1', '甲镇', 'town', 'c'),
  unit('t2', '乙街道', 'street', 'c'),
  unit('v1', '甲一村', 'village', 't1'),
  unit('v2', '甲二村', 'village', 't1'),
  unit('v3', '乙社区', 'community', 't2'),
];

const field = (id: string, type: FieldType, more: Partial<FieldSpec> = {}): FieldSpec => ({
  id,
  label: id,
  type,
  required: false,
  ...more,
});
const choice = (id: string, ...options: readonly string[]) => field(id, 'choice', { options });
const choices = (id: string, ...options: readonly string[]) => field(id, 'choices', { options });
const type = (id: string, dayField: string, fields: readonly FieldSpec[], untilField?: string): RecordTypeSpec => ({
  id,
  label: id,
  fields,
  dayField,
  ...(untilField === undefined ? {} : { untilField }),
});

const HOME = field('home', 'record', { target: 'facility', targetWhen: { field: 'facility_type', any: ['儿童之家'] } });
const REGISTERS = ['极端事件', '强制报告', '监护未落实'];
export const RECORD_TYPES: readonly RecordTypeSpec[] = [
  type('meeting', 'date', [
    field('date', 'day'),
    choice('level', '县政府', '镇街'),
    choices('topics', '重大', '重要', '个案'),
  ]),
  type(
    'document',
    'issue_date',
    [
      field('issue_date', 'day'),
      field('valid_to', 'day'),
      choice('doc_type', '机制', '分工'),
      choice('head_role', '县长', '其他'),
    ],
    'valid_to',
  ),
  type(
    'staff',
    'start_on',
    [
      field('start_on', 'day'),
      field('end_on', 'day'),
      field('contract_to', 'day'),
      choice('role', '主任', '社工'),
      field('dedicated', 'flag'),
      HOME,
    ],
    'end_on',
  ),
  type(
    'facility',
    'opened_on',
    [
      field('opened_on', 'day'),
      field('closed_on', 'day'),
      choice('facility_type', '儿童之家', '中心'),
      choice('status', '在用', '筹建'),
      field('served_units', 'units'),
      field('has_conditions', 'flag'),
      field('opening_hours', 'text'),
    ],
    'closed_on',
  ),
  type('activity', 'date', [field('date', 'day'), HOME]),
  type('child_stat', 'quarter', [
    field('quarter', 'period'),
    field('children_total', 'integer'),
    field('unguarded', 'integer'),
    field('found_on', 'day'),
    field('done', 'integer'),
    field('all', 'integer'),
    field('none', 'flag'),
  ]),
  type('indicator_value', 'period', [
    field('period', 'period'),
    choice('level', '本县', '市', '省'),
    choice('category', '甲', '乙'),
    field('value', 'decimal'),
    field('numerator', 'decimal'),
    field('denominator', 'decimal'),
    field('none_eligible', 'flag'),
  ]),
  type('case', 'found_at', [
    field('found_at', 'instant'),
    field('reported_at', 'instant'),
    field('closed_at', 'instant'),
    field('reopened_at', 'instant'),
    field('first_closed_at', 'instant'),
    field('accepted_on', 'day'),
    choice('register', '强制报告', '监护未落实'),
    choice('outcome', '复学', '其他'),
    field('town', 'unit'),
  ]),
  type('case_step', 'done_at', [
    field('case', 'record', { target: 'case' }),
    choice('step', '报告', '处置', '登记', '评估'),
    field('done_at', 'instant'),
    field('ref_no', 'text'),
  ]),
  type('zero_report', 'month', [
    field('month', 'period'),
    choice('statement', '零报告', '已更新', '追溯说明'),
    choices('registers', ...REGISTERS),
    field('covers_from', 'day'),
    field('covers_to', 'day'),
  ]),
  type('incident', 'occurred_on', [
    field('occurred_on', 'day'),
    field('town', 'unit'),
    choice('status', '在核', '认定', '排除'),
  ]),
  type('ledger_submission', 'submitted_on', [field('submitted_on', 'day'), choices('ledgers', '困境', '留守')]),
];
export const LAYOUT: FactsLayout = { units: UNITS, recordTypes: RECORD_TYPES, evidenceTypes: ['minutes', 'signin'] };

/** A day that has to exist. */
export function day(text: string): number {
  return parseDay(text) ?? NaN;
}

export interface Entry {
  readonly type: string;
  readonly unit?: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly evidence?: readonly string[];
  readonly state?: RecordFact['state'];
  readonly submittedOn?: string;
  readonly id?: number;
}

/** Records as the engine takes them; submitted on their own day unless said otherwise. */
export function toRecord(entry: Entry, id: number): RecordFact {
  const spec = RECORD_TYPES.find((one) => one.id === entry.type);
  const own = spec === undefined ? null : entry.fields[spec.dayField];
  const submittedOn = entry.submittedOn ?? (typeof own === 'string' && own.length >= 10 ? own.slice(0, 10) : '');
  return {
    id: entry.id ?? id,
    type: entry.type,
    unit: entry.unit ?? 'c',
    fields: entry.fields,
    evidence: entry.evidence ?? [],
    state: entry.state ?? 'approved',
    submittedOn,
    approvedOn: submittedOn,
  };
}

export function factsOf(entries: readonly Entry[]): Facts {
  const facts = createFacts(LAYOUT);
  entries.forEach((entry, at) => facts.upsert(toRecord(entry, at + 1)));
  return facts;
}

/** A requirement around a rule; plain numbers hold from 2018 on. */
export function requirementOf(
  rule: Rule,
  more: Partial<Requirement> = {},
  numbers: Readonly<Record<string, number>> = {},
): Requirement {
  const dated = Object.entries(numbers).map(([name, value]): [string, RuleNumber] => [
    name,
    { unit: '', says: null, values: { '2018-01-01': value } },
  ]);
  return {
    id: 'r',
    clause: '1.1.1',
    subjects: ['county'],
    strength: 'explicit',
    cap: 'none',
    veto: false,
    rule,
    numbers: Object.fromEntries(dated),
    ...more,
  };
}

/** The campaign starts on 1 March 2026 unless said otherwise; grace 10 days, standing duties 90 days. */
export function contextOf(asOf: string, start: string | null = '2026-03-01'): Context {
  return {
    asOf: day(asOf),
    start: start === null ? null : day(start),
    parameters: { period_grace_days: { '2018-01-01': 10 } },
    calendar: { years: new Set([2026]), holidays: new Set(), workingWeekends: new Set(), springFestival: new Set() },
  };
}

/** The verdict of one cell, from the batch. */
export function judged(
  requirement: Requirement,
  entries: readonly Entry[],
  context: Context,
  unitCode = 'c',
): Verdict | null {
  const program = compile([requirement], LAYOUT);
  const facts = factsOf(entries);
  const board = evaluate(program, facts, context);
  const at = program.cells.unit.indexOf(facts.unitIndex(unitCode) ?? -1);
  return at < 0 ? null : verdictAt(board, at);
}

/** Outcome and reason in one text, such as `met fulfilled`. */
export function said(requirement: Requirement, entries: readonly Entry[], context: Context, unitCode = 'c'): string {
  const verdict = judged(requirement, entries, context, unitCode);
  return verdict === null ? 'no cell' : `${verdict.outcome} ${verdict.reason}`;
}

export function explained(
  requirement: Requirement,
  entries: readonly Entry[],
  context: Context,
  unitCode = 'c',
): Explanation | null {
  return explain(compile([requirement], LAYOUT), factsOf(entries), context, requirement.id, unitCode);
}
