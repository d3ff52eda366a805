import { REASONS } from '../../engine/index.js';
import { OUTCOME_LABELS, REASON_LABELS, REVIEW_LABELS, SHOWS_LABELS } from '../outcome-labels.js';
import type { StandardService } from '../standard.service.js';
import type { ExampleRecord, ExampleSpec, RecordType } from '../standard.types.js';
import { readingsOf } from '../variants/variant.js';
import type { ExampleDto, ExampleRecordDto } from './clause.dto.js';

type Field = RecordType['fields'][number];
type Written = ExampleRecord['fields'][string];

/** A worked example in words; names of units stay as the seeds write them. */
export function exampleView(service: StandardService, example: ExampleSpec): ExampleDto {
  const { title, shows, asOf, start, expect } = example;
  const reason = REASONS.find((known) => known === expect.reason) ?? null;
  return {
    title,
    shows,
    showsLabel: SHOWS_LABELS[shows],
    asOf,
    start,
    unit: example.unit ?? null,
    choice: choiceWords(service, example),
    records: example.records.map((record) => recordView(service, record)),
    expect: {
      outcome: expect.outcome,
      outcomeLabel: OUTCOME_LABELS[expect.outcome],
      reason,
      reasonLabel: reason === null ? null : REASON_LABELS[reason],
      measured: expect.measured ?? null,
      of: expect.of ?? null,
      required: expect.required ?? null,
      shortfall: expect.shortfall ?? null,
      due: expect.due ?? null,
    },
  };
}

/** What the example reads differently: 5.3.3.Q1 选“每个机构两名”. */
export function choiceWords(service: StandardService, { readings, parameters }: ExampleSpec): string[] {
  const all = new Map(readingsOf(service.standard.topicSpecs).map((reading) => [reading.id, reading]));
  return [
    ...Object.entries(readings ?? {}).map(([id, option]) => `${id} 选“${all.get(id)?.options[option - 1] ?? option}”`),
    ...Object.entries(parameters ?? {}).flatMap(([id, values]) => {
      const label = service.standard.parameters.find((parameter) => parameter.id === id)?.label ?? id;
      return Object.entries(values).map(([day, value]) => `${label}自 ${day} 起为 ${value}`);
    }),
  ];
}

function recordView(service: StandardService, record: ExampleRecord): ExampleRecordDto {
  const type = service.recordType(record.type);
  return {
    type: record.type,
    typeLabel: type?.label ?? record.type,
    units: [...(record.units ?? (record.unit === undefined ? [] : [record.unit]))],
    day: record.day ?? record.period ?? dayField(record, type),
    repeat: repeatWords(record),
    as: record.as ?? null,
    fields: fieldViews(type, record.fields),
    evidence: record.evidence.map((id) => service.evidenceLabel(id)),
    review: record.review,
    reviewLabel: REVIEW_LABELS[record.review],
    submittedOn: record.submittedOn ?? null,
    approvedOn: record.approvedOn ?? null,
    revisions: (record.revisions ?? []).map((revision) => revisionWords(service, type, revision)),
  };
}

function dayField(record: ExampleRecord, type: RecordType | null): string | null {
  const written = type === null ? undefined : record.fields[type.dayField];
  return typeof written === 'string' ? written : null;
}

function fieldViews(type: RecordType | null, fields: Readonly<Record<string, Written>>) {
  return Object.entries(fields).map(([id, value]) => {
    const field = type?.fields.find((entry) => entry.id === id);
    return { id, label: field?.label ?? id, text: valueWords(field, value) };
  });
}

const STEPS = { day: '每天', week: '每周', month: '每月', quarter: '每季', year: '每年' } as const;

function repeatWords({ repeat }: ExampleRecord): string | null {
  if (repeat === undefined) return null;
  return `从 ${repeat.from} 到 ${repeat.to} ${STEPS[repeat.step]} ${repeat.times} 次`;
}

function revisionWords(
  service: StandardService,
  type: RecordType | null,
  revision: NonNullable<ExampleRecord['revisions']>[number],
): string {
  const parts = [
    ...fieldViews(type, revision.fields ?? {}).map(({ label, text }) => `${label}改为 ${text}`),
    ...(revision.evidence === undefined
      ? []
      : [`佐证材料改为 ${revision.evidence.map((id) => service.evidenceLabel(id)).join('、') || '无'}`]),
    ...(revision.review === undefined ? [] : [REVIEW_LABELS[revision.review]]),
    ...(revision.withdrawn === true ? ['撤回'] : []),
  ];
  return `${revision.on}：${parts.join('，')}`;
}

function valueWords(field: Field | undefined, value: Written): string {
  if (value === null) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value} ${field?.unit ?? ''}`.trim();
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([unit, count]) => `${unit} ${count}`)
      .join('、');
  return value;
}
