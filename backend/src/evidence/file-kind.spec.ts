import { describe, expect, test } from '@jest/globals';
import { extensionProblem, kindOfZip, refusalMessage, sniff } from './file-kind.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the first bytes say what a file is', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['\n\n%PDF-1.4', 'pdf'],
    ['\xff\xd8\xff\xe1\x00\x10Exif', 'jpeg'],
    ['\x89PNG\r\n\x1a\n\x00', 'png'],
    ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'webp'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ])('%j is %s', (head, kind) => expect(sniff(bytes(head))).toEqual({ kind }));

  test.each([
    ['\x00\x00\x00\x24ftypheic', 'heic'],
    ['\x00\x00\x00\x24ftypmif1', 'heic'],
    ['MZ\x90\x00', 'program'],
    ['\x7fELF\x02', 'program'],
    ['#!/bin/sh', 'program'],
    ['Rar!\x1a\x07', 'archive'],
    ['7z\xbc\xaf\x27\x1c', 'archive'],
    ['PK\x05\x06', 'archive'],
    ['<!DOCTYPE html>', 'webPage'],
    ['\xef\xbb\xbf  <svg xmlns=', 'webPage'],
    ['hello', 'unknown'],
    ['', 'unknown'],
    ['RIFF\x10\x00\x00\x00WAVE', 'unknown'],
  ])('%j is refused as %s', (head, refused) => expect(sniff(bytes(head))).toEqual({ refused }));

  test('a program that hides a PDF mark stays a program', () => {
    expect(sniff(bytes('MZ\x90\x00 %PDF-1.7'))).toEqual({ refused: 'program' });
  });

  test('a zip is decided by its entries', () => {
    expect(sniff(bytes('PK\x03\x04'))).toBe('zip');
    expect(kindOfZip(['[Content_Types].xml', 'word/document.xml'])).toEqual({ kind: 'docx' });
    expect(kindOfZip(['xl/workbook.xml', '[Content_Types].xml'])).toEqual({ kind: 'xlsx' });
    expect(kindOfZip(['[Content_Types].xml', 'ppt/presentation.xml'])).toEqual({ kind: 'pptx' });
    expect(kindOfZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])).toEqual({
      refused: 'macro',
    });
    expect(kindOfZip(['名单.txt'])).toEqual({ refused: 'archive' });
    expect(kindOfZip(['[Content_Types].xml', 'AndroidManifest.xml'])).toEqual({ refused: 'archive' });
  });
});

describe('the extension has to agree with the content', () => {
  test.each([
    ['纪要.pdf', 'pdf', 'pdf'],
    ['照片.jpeg', 'jpeg', 'jpeg'],
    ['纪要.wps', 'wps', 'ole'],
    ['纪要.wps', 'wps', 'docx'],
    ['表.xls', 'xls', 'ole'],
  ] as const)('%s', (name, extension, kind) => expect(extensionProblem(name, extension, kind)).toBeNull());

  test('says what the file is and which extension fits', () => {
    const problem = extensionProblem('照片.png', 'png', 'jpeg');
    expect(problem).toContain('照片.png');
    expect(problem).toContain('JPG 图片');
    expect(problem).toContain('.jpg');
    expect(extensionProblem('纪要', '', 'pdf')).toContain('没有扩展名');
  });

  test('every refusal names the file and what to do', () => {
    expect(refusalMessage('IMG_1.HEIC', 'heic')).toMatch(/IMG_1\.HEIC.*JPG/u);
    expect(refusalMessage('a.exe', 'program')).toMatch(/a\.exe.*PDF/u);
  });
});
