import { fileURLToPath } from 'node:url';
import { compile, createFacts, evaluate, parseDay, verdictAt, cellOf } from '../src/engine/index.js';
import { type ExampleRecord, loadStandard, StandardService, writtenFacts } from '../src/standard/index.js';

const loaded = loadStandard(fileURLToPath(new URL('../../seeds', import.meta.url)));
if (!loaded.ok) throw new Error('the seeds do not load');
const { units } = loaded;
const standard = new StandardService(loaded.standard);
const layout = standard.layout(units);
const types = new Map(loaded.standard.recordTypes.map((type) => [type.id, type]));

type Written = Partial<ExampleRecord> & { readonly type: string };

/** `outcome reason` of one cell, judged with the whole standard as it is in force. */
function said(id: string, unit: string, asOf: string, records: readonly Written[], start = '2026-01-01'): string {
  const rule = standard.requirements.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no requirement ${id}`);
  const facts = createFacts(layout);
  const whole = records.map((one) => ({ fields: {}, evidence: [], review: 'approved' as const, ...one }));
  const subject = units.find(unit)?.code ?? '';
  for (const fact of writtenFacts(whole, { subject, asOf, knownOn: null }, types, units)) facts.upsert(fact);
  const context = {
    asOf: parseDay(asOf) ?? 0,
    start: parseDay(start),
    parameters: standard.parameters,
    calendar: standard.calendar,
  };
  const program = compile([rule], layout);
  const cell = cellOf(program, id, facts.unitIndex(subject) ?? -1);
  if (cell < 0) throw new Error(`${id} does not judge ${unit}`);
  const verdict = verdictAt(evaluate(program, facts, context), cell);
  return `${verdict.outcome} ${verdict.reason}`;
}

const asking = standard.requirements.filter(
  ({ rule }) =>
    rule.kind === 'every_case_handled' &&
    rule.source.type === 'cases' &&
    rule.source.steps.some(({ step }) => step === '出警到场'),
);
const report: Written = {
  type: 'case',
  unit: '鲁村镇',
  as: 'c1',
  fields: {
    no: 'QZ-2026-0003',
    register: '强制报告',
    case_type: '脱离监护单独居住生活',
    town: '鲁村镇',
    reporter: '村（居）委会',
    found_at: '2026-10-10T14:30',
    reported_at: '2026-10-10T15:00',
  },
  evidence: ['ledger'],
};
const step = (name: string, done_at: string): Written => ({
  type: 'case_step',
  unit: '县公安局',
  fields: { case: 'c1', step: name, done_at, ref_no: '370323-1010-07' },
  evidence: ['police'],
});
const judgedOn = (records: readonly Written[]) =>
  asking.map(({ id }) => said(id, '县公安局', '2026-11-10', records, '2026-10-01'));

describe('one arrival of the police', () => {
  it('is asked by the clauses on the duty to report and on answering it', () => {
    expect([...new Set(asking.map(({ clause }) => clause))]).toEqual(['3.2.1', '4.4.1']);
  });
  it('serves all of them once it is entered, and is missing in all of them before', () => {
    const settled = step('调查处置', '2026-10-11T10:00');
    expect(new Set(judgedOn([report, settled]))).toEqual(new Set(['unmet overdue']));
    expect(new Set(judgedOn([report, settled, step('出警到场', '2026-10-10T15:40')]))).toEqual(
      new Set(['met fulfilled']),
    );
  });
});
