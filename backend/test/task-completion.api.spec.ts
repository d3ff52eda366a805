import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { type Client, startTestApp, type TestApp } from './support/index.js';

let app: TestApp;
let client: Client;
let sheet: ExcelJS.Worksheet;

beforeAll(async () => {
  app = await startTestApp();
  client = app.client;
  await client.put('/api/settings', { campaignStart: '2026-03-01', inspectionDay: '2026-12-20' });
  const { bytes } = await client.download('/api/reports/task-completion.xlsx?asOf=2026-11-24');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const [first] = workbook.worksheets;
  if (first === undefined) throw new Error('no sheet');
  sheet = first;
});
afterAll(() => app.stop());

const column = (number: number) => {
  const texts: string[] = [];
  sheet.eachRow((row, at) => {
    if (at > 4) texts.push(String(row.getCell(number).value ?? ''));
  });
  return texts;
};
const firsts = (texts: readonly string[]) => texts.filter((text, at) => text !== texts[at - 1]);

describe('任务分解完成情况表.xlsx', () => {
  test('comes as an attachment with a Chinese name and the as-of day in it', async () => {
    const { status, headers } = await client.download('/api/reports/task-completion.xlsx?asOf=2026-11-24');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain(
      '任务分解完成情况表-2026-11-24.xlsx',
    );
  });

  test('has a row for each of the 125 requirements, under the 47 clauses in their printed order', () => {
    expect(sheet.rowCount).toBe(4 + 125);
    expect(firsts(column(3))).toHaveLength(47);
    expect(firsts(column(1))).toEqual([
      '领导协调机制',
      '经费保障机制',
      '基本权益保障',
      '救助保护机制',
      '能力建设',
      '一票否决',
    ]);
  });

  test.each([
    ['1.1.3.a', '370323'],
    ['1.1.1.a', '370323'],
    ['2.1.1.a', '370323-cz'],
    ['3.2.1.b', '370323-jt'],
  ])('says the same words as the page of the cell: %s', async (id, unit) => {
    const { body } = await client.get(`/api/scorecards/${unit}/cells/${id}?asOf=2026-11-24`);
    const row = column(6).findIndex((text) => text.startsWith(`${id} `));
    expect(column(7)[row]).toContain(body.outcomeLabel);
    expect(column(8)[row]).toBe(body.sentence);
  });

  test('prints on A4 landscape as wide as the page, with the heading frozen and repeated', () => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet.pageSetup.printTitlesRow).toMatch(/^\$?4:\$?4$/);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  });

  test('merges the blank duty cells with the ones above, as printed', () => {
    const topics = column(2);
    const duties = (topic: string) => sheet.getRow(5 + topics.indexOf(topic)).getCell(4).master.address;
    expect(duties('应急处置')).toBe(duties('强制报告'));
    expect(duties('监护干预')).toBe(duties('强制报告'));
    expect(duties('工作队伍')).toBe(duties('儿童之家'));
    expect(duties('业务培训')).not.toBe(duties('工作队伍'));
    const veto = sheet.getRow(5 + column(1).indexOf('一票否决'));
    expect(veto.getCell(2).master.address).toBe(veto.getCell(1).address);
  });

  test('refuses a day that does not exist', async () => {
    expect(await client.get('/api/reports/task-completion.xlsx?asOf=2026-02-30')).toMatchObject({ status: 400 });
  });
});
