import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type Client,
  docxBytes,
  exeBytes,
  heicBytes,
  jpegBytes,
  oleBytes,
  pdfBytes,
  pngBytes,
  startTestApp,
  storedIn,
  type TestApp,
  xlsxBytes,
  zipBytes,
} from './support/index.js';

const meeting = {
  date: '2026-04-02',
  level: '县政府',
  subject_title: '专题会议',
  subjects: ['困境儿童保障'],
  topics: ['重大问题'],
};
const MEGABYTE = 1024 * 1024;

let app: TestApp;
let client: Client;
let id: number;

beforeAll(async () => {
  app = await startTestApp({ env: { UPLOAD_LIMIT_MB: '1' } });
  client = app.client;
});
afterAll(() => app.stop());
beforeEach(async () => {
  id = (await client.post('/api/records', { type: 'meeting', unitCode: '370323', fields: meeting })).body.id;
});

const place = (version = 1, type = 'minutes') => `/api/records/${id}/evidence?type=${type}&version=${version}`;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200 && !(await isSo()); round += 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
  expect(await isSo()).toBe(true);
}

describe('a file and its way back', () => {
  test('a Chinese name and every byte come back, as an attachment that nothing guesses at', async () => {
    const bytes = pdfBytes('round trip');
    const name = '第一次会议纪要（盖章）.pdf';
    const uploaded = await client.upload(place(), name, bytes, 'application/pdf');
    expect(uploaded.status).toBe(201);
    expect(uploaded.body).toMatchObject({
      version: 2,
      state: 'pending',
      evidenceTypes: ['minutes'],
      evidence: [{ type: 'minutes', name, size: bytes.length, sha256: sha256(bytes) }],
    });
    expect(uploaded.body.revisions.at(-1)).toMatchObject({
      action: 'attach',
      version: 2,
      evidence: [{ type: 'minutes', name }],
    });

    const {
      status,
      headers,
      bytes: back,
    } = await client.download(`/api/evidence/${uploaded.body.evidence[0].id}/file`);
    expect(status).toBe(200);
    expect(back.equals(bytes)).toBe(true);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-length')).toBe(String(bytes.length));
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/u);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name);
    expect(existsSync(join(app.dataDir, 'files', sha256(bytes).slice(0, 2), sha256(bytes)))).toBe(true);
    expect((await storedIn(app))['temporary']).toBe(0);
  });

  test('the same content is stored once', async () => {
    const bytes = pdfBytes('twice');
    await client.upload(place(), '甲.pdf', bytes);
    const before = await storedIn(app);
    const second = await client.upload(place(2, 'signin'), '乙.pdf', bytes);
    expect(second.body.evidence.map(({ name }: { name: string }) => name)).toEqual(['甲.pdf', '乙.pdf']);
    expect(second.body.evidenceTypes).toEqual(['minutes', 'signin']);
    const after = await storedIn(app);
    expect([after['files'], after['stored_file']]).toEqual([before['files'], before['stored_file']]);
    expect(after['evidence']).toBe((before['evidence'] ?? 0) + 1);
  });

  test.each<[string, Buffer]>([
    ['照片.JPG', jpegBytes()],
    ['照片.png', pngBytes()],
    ['纪要.docx', docxBytes()],
    ['名册.xlsx', xlsxBytes()],
    ['纪要.doc', oleBytes()],
    ['纪要.wps', oleBytes()],
  ])('%s is accepted', async (name, bytes) => {
    expect((await client.upload(place(), name, bytes)).body.evidence).toMatchObject([{ name }]);
  });

  test('folders in a name are cut off, a long name is shortened', async () => {
    const { body } = await client.upload(place(), `C:\\桌面\\${'长'.repeat(250)}.pdf`, pdfBytes());
    const [{ name }] = body.evidence;
    expect(Array.from(name)).toHaveLength(200);
    expect(name).toMatch(/^长+\.pdf$/u);
  });

  test('proof on an approved record, and taking it off, let it wait for review again', async () => {
    await client.upload(place(), '纪要.pdf', pdfBytes());
    await client.post(`/api/records/${id}/approve`, { version: 2 });
    const attached = await client.upload(place(3, 'signin'), '签到.pdf', pdfBytes('signin'));
    expect(attached.body).toMatchObject({ state: 'pending', version: 4, approvedAt: null });
    await client.post(`/api/records/${id}/approve`, { version: 4 });
    const [first] = attached.body.evidence;
    const detached = await client.delete(`/api/records/${id}/evidence/${first.id}?version=5`);
    expect(detached.status).toBe(200);
    expect(detached.body).toMatchObject({
      state: 'pending',
      version: 6,
      evidenceTypes: ['signin'],
      evidence: [{ name: '签到.pdf' }],
    });
    expect(detached.body.revisions.map(({ action }: { action: string }) => action)).toEqual([
      'enter',
      'attach',
      'approve',
      'attach',
      'approve',
      'detach',
    ]);
    expect(detached.body.revisions[4].evidence).toHaveLength(2);
    expect((await client.get(`/api/evidence/${first.id}/file`)).status).toBe(404);
    expect((await client.delete(`/api/records/${id}/evidence/${first.id}?version=6`)).status).toBe(404);
  });

  test('uploads at once: one wins each version, every file that is acknowledged is there', async () => {
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, index) => client.upload(place(), `${index}.pdf`, pdfBytes('same'))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const lost = replies.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'records.stale', current: { id, version: 2 } });
    expect((await storedIn(app))['temporary']).toBe(0);
  });
});

describe('what is refused: a sentence that says what to do, nothing stored', () => {
  test.each<[string, string, Buffer, number, RegExp]>([
    ['an empty file', '纪要.pdf', Buffer.alloc(0), 400, /文件是空的/u],
    ['a program with another name', '纪要.pdf', exeBytes(), 415, /“纪要\.pdf”是程序/u],
    ['a picture called pdf', '纪要.pdf', jpegBytes(), 415, /内容却是JPG 图片/u],
    ['a photo of a telephone', 'IMG_1.HEIC', heicBytes(), 415, /HEIC.*JPG/u],
    ['an archive', '材料.zip', zipBytes(['a.txt']), 415, /压缩包，请解压/u],
    [
      'a document with macros',
      '表.docx',
      zipBytes(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      415,
      /带有宏/u,
    ],
    ['half a document', '表.docx', docxBytes().subarray(0, 90), 400, /没有传完整/u],
    ['a page', '页.html', Buffer.from('<html><script>alert(1)</script></html>'), 415, /网页/u],
    ['a text', '说明.txt', Buffer.from('说明'), 415, /不是可以识别的文件/u],
    ['a file that is too large', '大.pdf', Buffer.concat([pdfBytes(), Buffer.alloc(MEGABYTE)]), 413, /超过 1 MB/u],
    ['a name with a mobile number', '13812345678.pdf', pdfBytes(), 400, /「文件名」里像是有手机号码/u],
    ['a name with an identity number', '小明11010519491231002X.pdf', pdfBytes(), 400, /「文件名」里像是有身份证号/u],
    ['a file without extension', '纪要', pdfBytes(), 415, /没有扩展名/u],
  ])('%s', async (_, name, bytes, status, message) => {
    const before = await storedIn(app);
    const reply = await client.upload(place(), name, bytes);
    expect([reply.status, reply.body.message]).toEqual([status, expect.stringMatching(message)]);
    expect(await storedIn(app)).toEqual(before);
  });

  test.each<[string, string, number]>([
    ['an evidence type that such records do not take', 'type=site&version=1', 400],
    ['no evidence type', 'version=1', 400],
    ['no version', 'type=minutes', 400],
    ['a version that is no number', 'type=minutes&version=x', 400],
    ['an old version', 'type=minutes&version=7', 409],
  ])('%s', async (_, query, status) => {
    const before = await storedIn(app);
    const reply = await client.upload(`/api/records/${id}/evidence?${query}`, '纪要.pdf', pdfBytes());
    expect(reply.status).toBe(status);
    expect(reply.body.message).toMatch(/[\u4e00-\u9fff]/u);
    expect(await storedIn(app)).toEqual(before);
  });

  const part = (name: string, file: string | null, content: string): string =>
    `--b\r\ncontent-disposition: form-data; name="${name}"${file === null ? '' : `; filename="${file}"`}\r\n\r\n${content}\r\n`;

  test.each<[string, string, string, RegExp]>([
    [
      'two files',
      'multipart/form-data; boundary=b',
      `${part('file', 'a.pdf', '%PDF-1.4')}${part('file', 'b.pdf', '%PDF-1.4')}--b--\r\n`,
      /一次只能上传一个文件/u,
    ],
    ['no file', 'multipart/form-data; boundary=b', `${part('note', null, 'x')}--b--\r\n`, /没有收到文件/u],
    ['an empty body', 'multipart/form-data; boundary=b', '', /没有收到文件|没有传完整/u],
    [
      'an end that is missing',
      'multipart/form-data; boundary=b',
      part('file', 'a.pdf', '%PDF-1.4 and then'),
      /没有传完整/u,
    ],
    ['no boundary', 'multipart/form-data', 'x', /表单|没有传完整/u],
    ['JSON', 'application/json', '{}', /表单/u],
    [
      'a field called __proto__',
      'multipart/form-data; boundary=b',
      `${part('__proto__', null, 'x')}--b--\r\n`,
      /[\u4e00-\u9fff]/u,
    ],
  ])('a request with %s', async (_, contentType, body, message) => {
    const before = await storedIn(app);
    const reply = await client.send('POST', place(), body, { 'content-type': contentType });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.body.message).toMatch(message);
    expect(await storedIn(app)).toEqual(before);
  });

  test('a connection that breaks off leaves nothing behind', async () => {
    const before = await storedIn(app);
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      `POST ${place()} HTTP/1.1\r\nhost: x\r\ncookie: ${client.cookie}\r\nx-requested-with: scorecard\r\n` +
        `content-type: multipart/form-data; boundary=b\r\ncontent-length: 900000\r\n\r\n${part('file', 'a.pdf', '%PDF-1.4')}`.slice(
          0,
          -2,
        ),
    );
    await until(async () => (await storedIn(app))['temporary'] === 1);
    socket.destroy();
    await until(async () => (await storedIn(app))['temporary'] === 0);
    expect(await storedIn(app)).toEqual(before);
    expect((await client.upload(place(), '纪要.pdf', pdfBytes())).status).toBe(201);
  });

  test('evidence that is not there', async () => {
    expect((await client.get('/api/evidence/999999/file')).status).toBe(404);
    expect((await client.get('/api/evidence/x/file')).status).toBe(400);
    expect((await client.delete(`/api/records/${id}/evidence/999999?version=1`)).status).toBe(404);
    expect(
      (await client.upload('/api/records/999999/evidence?type=minutes&version=1', 'a.pdf', pdfBytes())).status,
    ).toBe(404);
  });
});
