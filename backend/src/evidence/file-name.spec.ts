import { describe, expect, test } from '@jest/globals';
import { attachmentHeader, cleanFileName, extensionOf } from './file-name.js';

describe('the original name is kept, without what does harm', () => {
  test.each([
    ['会议纪要（第2次）.pdf', '会议纪要（第2次）.pdf'],
    ['C:\\Users\\王\\桌面\\纪要.docx', '纪要.docx'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['纪要\u202efdp.exe', '纪要fdp.exe'],
    ['纪要<1>:2|3?.pdf', '纪要_1__2_3_.pdf'],
    ['  .隐藏.pdf ', '隐藏.pdf'],
    ['…', '…'],
    ['../', ''],
    ['', ''],
  ])('%j → %j', (given, kept) => expect(cleanFileName(given)).toBe(kept));

  test('at most 200 characters, the extension stays', () => {
    const kept = cleanFileName(`${'源'.repeat(300)}.pdf`);
    expect(Array.from(kept)).toHaveLength(200);
    expect(kept.endsWith('源.pdf')).toBe(true);
  });

  test('extension', () => {
    expect(extensionOf('A.B.PDF')).toBe('pdf');
    expect(extensionOf('没有')).toBe('');
  });
});

test('RFC 6266: an ASCII name and the real one', () => {
  const header = attachmentHeader(`会议"纪要" 1'(2).pdf`);
  expect(header).toBe(
    `attachment; filename="______ 1'(2).pdf"; filename*=UTF-8''%E4%BC%9A%E8%AE%AE%22%E7%BA%AA%E8%A6%81%22%201%27%282%29.pdf`,
  );
  expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(`会议"纪要" 1'(2).pdf`);
});
