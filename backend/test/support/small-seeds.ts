import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The smallest seeds that load: one topic with one clause and one requirement, one record type, five units. */
const TABLE =
  '附件\n\t项目\n\t内容\n\t①县政府每年至少召开两次会议，并形成会议纪要。\n\t牵头单位：\n县政府办公室\n责任单位：各镇、街道\n';

const FILES: Readonly<Record<string, string>> = {
  'source/task-table.txt': TABLE,
  'source/task-table.sha256': `${createHash('sha256').update(TABLE).digest('hex')}  task-table.txt\n`,
  'units.csv': [
    'code,name,short_name,kind,parent_code,aliases',
    '1,某县人民政府,县政府,county,,',
    '1-office,某县人民政府办公室,县政府办公室,bureau,1,',
    '1-mz,某县民政局,县民政局,bureau,1,县民政部门',
    '11,东镇,东镇,town,1,',
    '1101,和源村委会,和源,village,11,',
    '',
  ].join('\n'),
  'standard/standard.yaml': `id: small
title: 小表
version: '2026-01-01'
inForceFrom: '2018-01-01'
printedTitle: [附件]
printedColumns: [项目, 内容]
vetoProject: 一票否决
projects: [领导机制, 一票否决]
expect: { topics: 1, clauses: 1, requirements: 1 }
topics: [01-one]
`,
  'standard/parameters.yaml': `parameters:
  - { id: standing_due_days, label: 期限, unit: 天, values: { '2018-01-01': 90 }, meaning: 建成期限 }
`,
  'standard/evidence-types.yaml': `evidenceTypes:
  - { id: minutes, label: 会议纪要 }
`,
  'standard/holidays.yaml': `years:
  - { year: 2026, source: 通知, holidays: ['2026-01-01'], workingWeekends: [], springFestival: [] }
`,
  'record-types/meeting.yaml': `id: meeting
label: 会议
group: 会议
owners: [county, town]
dayField: date
titleFields: [level]
evidence: [minutes]
review: { bureau: 县民政局, steps: { county: [office], town: [bureau] } }
fields:
  - { id: date, label: 日期, type: day, required: true }
  - { id: level, label: 级别, type: choice, required: true, options: [县政府, 镇] }
`,
  'standard/topics/01-one.yaml': `topic: 组织领导
order: 1
project: 领导机制
printedTopic: 组织领导
responsibility:
  cell: own
  lead: [县政府办公室]
  responsible: [各镇、街道]
  printed: "牵头单位：\\n县政府办公室\\n责任单位：各镇、街道"
clauses:
  - id: 1.1.1
    mark: ①
    text: 县政府每年至少召开两次会议，并形成会议纪要。
    readings: []
    requirements:
      - id: 1.1.1.a
        title: 每年两次会
        basis: [县政府每年至少召开两次会议]
        subjects: [county]
        dataOwner: 县政府办公室
        strength: explicit
        cap: none
        numbers:
          min: { unit: 次, says: 两次, values: { '2018-01-01': 2 } }
        rule:
          kind: count_per_period
          period: calendar_year
          count: { record: meeting, from: own, where: { level: 县政府 }, attachments: [minutes] }
        evidence:
          - { type: minutes, name: 会议纪要 }
        examples:
          - title: 两次会，达标
            shows: met
            asOf: '2026-11-24'
            start: '2026-03-01'
            records:
              - { type: meeting, fields: { level: 县政府 }, evidence: [minutes], repeat: { field: date, from: '2026-04-01', to: '2026-05-01', step: month } }
            expect: { outcome: met, measured: 2, required: 2 }
          - title: 一次会，不达标
            shows: short
            asOf: '2026-11-24'
            start: '2026-03-01'
            records:
              - { type: meeting, fields: { date: '2026-04-01', level: 县政府 }, evidence: [minutes] }
            expect: { outcome: atRisk, measured: 1 }
          - title: 没有会，缺
            shows: missing
            asOf: '2026-11-24'
            start: '2026-03-01'
            records: []
            expect: { outcome: atRisk, measured: 0 }
          - title: 第二次会在最后一天，正好
            shows: boundary
            asOf: '2026-12-31'
            start: '2026-03-01'
            records:
              - { type: meeting, fields: { level: 县政府, date: '2026-06-01' }, evidence: [minutes] }
              - { type: meeting, fields: { level: 县政府, date: '2026-12-31' }, evidence: [minutes] }
            expect: { outcome: met, measured: 2 }
`,
};

/** A folder of small seeds that a spec may spoil. */
export class SmallSeeds {
  readonly folder = mkdtempSync(join(tmpdir(), 'seeds-'));

  constructor() {
    for (const [file, text] of Object.entries(FILES)) this.write(file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Replaces the first occurrence in the file as it was given; throws when it is not there. */
  change(file: string, from: string, to: string): void {
    const text = FILES[file] ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    this.write(file, text.replace(from, to));
  }

  /** Number of the first line of the file as it was given that contains the text. */
  lineOf(file: string, text: string): number {
    return (FILES[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;
  }

  remove(file = ''): void {
    rmSync(join(this.folder, file), { recursive: true, force: true });
  }
}
