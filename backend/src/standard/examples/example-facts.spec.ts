import { SmallSeeds } from '../../../test/support/small-seeds.js';
import { loadStandard } from '../loader/load-standard.js';
import { StandardService } from '../standard.service.js';
import type { ExampleRecord, ExampleSpec, RecordType } from '../standard.types.js';
import { exampleFacts } from './example-facts.js';
import { copiesOf, periodText } from './repeat.js';
import { runExample } from './run-example.js';

const type: RecordType = {
  id: 'visit',
  label: '走访',
  group: '',
  note: '',
  owners: ['village'],
  dayField: 'at',
  titleFields: [],
  evidence: [],
  review: { bureau: '县民政局', steps: {} },
  fields: [
    { id: 'at', label: '日期', type: 'day', required: true },
    { id: 'when', label: '时间', type: 'instant', required: false },
    { id: 'quarter', label: '季度', type: 'period', required: false, granularity: ['quarter'] },
    { id: 'towns', label: '单位', type: 'units', required: false },
    { id: 'counts', label: '人数', type: 'unitCounts', required: false },
    { id: 'home', label: '家', type: 'record', required: false, target: 'visit' },
  ],
};

const record = (part: Partial<ExampleRecord>): ExampleRecord => ({
  type: 'visit',
  fields: {},
  evidence: [],
  review: 'approved',
  ...part,
});

const repeat = (part: Partial<NonNullable<ExampleRecord['repeat']>>) => ({
  field: 'at',
  from: '2026-01-31',
  to: '2026-04-30',
  step: 'month' as const,
  times: 1,
  ...part,
});

const values = (part: Partial<ExampleRecord>, field = 'at') =>
  copiesOf(record(part), type).map((copy) => copy.fields[field]);

describe('copies of an example record', () => {
  it('does not let the end of the month drift', () => {
    expect(values({ repeat: repeat({}) })).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('puts several of a step on consecutive days', () => {
    const weekly = repeat({ from: '2026-08-24', to: '2026-09-06', step: 'week', times: 2 });
    expect(values({ repeat: weekly })).toEqual(['2026-08-24', '2026-08-25', '2026-08-31', '2026-09-01']);
  });

  it('writes periods and keeps the time of an instant', () => {
    expect(values({ repeat: repeat({ field: 'quarter', step: 'quarter' }) }, 'quarter')).toEqual([
      '2026-Q1',
      '2026-Q2',
    ]);
    const daily = repeat({ field: 'when', step: 'day', to: '2026-02-01' });
    expect(values({ repeat: daily }, 'when')).toEqual(['2026-01-31T09:00', '2026-02-01T09:00']);
    const late = { fields: { when: '2026-01-01T18:30' }, repeat: daily };
    expect(values(late, 'when')).toEqual(['2026-01-31T18:30', '2026-02-01T18:30']);
  });

  it('names the period that contains a day', () => {
    const day = 20_696; // 2026-08-31
    expect(periodText(day, 'month')).toBe('2026-08');
    expect(periodText(day, 'schoolYear')).toBe('2025-2026');
    expect(periodText(day + 1, 'schoolYear')).toBe('2026-2027');
    expect(periodText(day, 'year')).toBe('2026');
  });
});

describe('an example as records of the engine', () => {
  const seeds = new SmallSeeds();
  afterAll(() => seeds.remove());
  const loaded = loadStandard(seeds.folder);
  if (!loaded.ok) throw new Error('the small seeds do not load');
  const { units, standard } = loaded;
  const example = (...records: ExampleRecord[]): ExampleSpec => ({
    title: '例',
    shows: 'other',
    asOf: '2026-11-24',
    start: '2026-03-01',
    records,
    expect: { outcome: 'met' },
  });
  const types = new Map([[type.id, type]]);
  const facts = (...records: ExampleRecord[]) => exampleFacts(example(...records), '1', types, units);

  it('turns names into codes and labels into record numbers', () => {
    const [first, second] = facts(
      record({ fields: { home: 'h1', towns: ['东镇'], counts: { '东镇/和源': 3 } } }),
      record({ as: 'h1', unit: '和源' }),
    );
    expect(first).toMatchObject({ id: 1, unit: '1', fields: { home: 2, towns: ['11'], counts: { '1101': 3 } } });
    expect(second).toMatchObject({ id: 2, unit: '1101', fields: { home: null } });
  });

  it('gives each of several units a copy, and every village of a town where the name ends in /*', () => {
    const owners = facts(record({ units: ['东镇', '东镇/*'] }), record({ unit: '和源' })).map(({ id, unit }) => [
      id,
      unit,
    ]);
    const villages = units.children('11').map((village, index) => [index + 2, village.code]);
    expect(owners).toEqual([[1, '11'], ...villages, [villages.length + 2, '1101']]);
  });

  it('dates submission and approval by the record itself unless told otherwise', () => {
    const [own, told, waiting] = facts(
      record({ fields: { at: '2026-04-02' } }),
      record({ fields: { at: '2026-04-02' }, submittedOn: '2026-05-01', approvedOn: '2026-05-03' }),
      record({ fields: { at: '2026-04-02' }, review: 'pending' }),
    );
    expect(own).toMatchObject({ submittedOn: '2026-04-02', approvedOn: '2026-04-02' });
    expect(told).toMatchObject({ submittedOn: '2026-05-01', approvedOn: '2026-05-03' });
    expect(waiting).toMatchObject({ state: 'pending', approvedOn: null });
  });

  it('plays an example, and says what differs when it does not hold', () => {
    const service = new StandardService(standard);
    const requirement = service.requirement('1.1.1.a')?.requirement;
    const [met] = requirement?.examples ?? [];
    if (requirement === undefined || met === undefined) throw new Error('the small seeds have no example');
    expect(runExample(service, units, requirement, met)).toEqual([]);
    const wrong = { ...met, expect: { outcome: 'unmet' as const, measured: 3 } };
    const differences = runExample(service, units, requirement, wrong);
    expect(differences).toHaveLength(2);
    expect(differences[0]).toContain('outcome 应为 unmet，实为 met');
    expect(differences[1]).toContain('measured 应为 3，实为 2');
  });
});
