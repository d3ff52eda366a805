import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headOf, isSealed, readHead, readHeadLines, withHead, writeHeadLines } from './heads.js';

const key = Buffer.alloc(32, 7);
const head = (number: number, at: string) => headOf(key, { number, hash: `h${number}`, at });
const numbers = (lines: readonly string[]) => lines.map((line) => readHead(line)?.number ?? null);
const morning = '2026-11-24T01:00:00.000Z';
const evening = '2026-11-24T12:00:00.000Z';
/** 00:30 on the next day in the county. */
const night = '2026-11-24T16:30:00.000Z';
const held = () => true;

describe('the heads of the trail', () => {
  it('are one a day, the last one', () => {
    let lines: readonly string[] = [];
    for (const next of [head(1, morning), head(5, evening), head(7, night)]) lines = withHead(lines, next, held);
    expect(numbers(lines)).toEqual([5, 7]);
    expect(withHead(lines, head(7, night), held)).toBe(lines);
  });

  it('keep for good a head that the table no longer bears out, and one that nobody can read', () => {
    const lines = withHead([], head(5, morning), held);
    const cut = withHead(lines, head(3, evening), held);
    expect(numbers(cut)).toEqual([5, 3]);
    expect(numbers(withHead(lines, head(6, evening), () => false))).toEqual([5, 6]);
    expect(numbers(withHead(['{broken'], head(6, evening), held))).toEqual([null, 6]);
  });

  it('are sealed with the key', () => {
    const good = head(5, morning);
    expect(isSealed(key, good)).toBe(true);
    expect(isSealed(key, { ...good, number: 3 })).toBe(false);
    expect(isSealed(Buffer.alloc(32, 8), good)).toBe(false);
  });

  it('replace their file as a whole', () => {
    const folder = mkdtempSync(join(tmpdir(), 'heads-'));
    const file = join(folder, 'audit-heads.jsonl');
    expect(readHeadLines(file)).toEqual([]);
    const lines = [JSON.stringify(head(1, morning)), JSON.stringify(head(2, night))];
    writeHeadLines(file, lines);
    expect(readHeadLines(file)).toEqual(lines);
    expect(readdirSync(folder)).toEqual(['audit-heads.jsonl']);
    rmSync(folder, { recursive: true });
  });
});
