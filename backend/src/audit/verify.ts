import { z } from 'zod';
import type { AuditEntry } from './audit.types.js';
import { entryHash, FIRST_PREVIOUS, keyName } from './chain.js';
import { type Head, isSealed, readHead } from './heads.js';

const text = z.string();
const maybe = text.nullable();
/** A row as it lies in the table. */
const rowSchema = z
  .object({
    number: z.number().int(),
    at: text,
    utc_offset: text,
    actor_id: maybe,
    actor_name: text,
    unit_code: maybe,
    role: maybe,
    address: maybe,
    action: text,
    object_kind: text,
    object_id: maybe,
    before: maybe,
    after: maybe,
    result: text,
    previous_hash: text,
    hash: text,
  })
  .transform((row): AuditEntry => {
    const { utc_offset, actor_id, actor_name, unit_code, object_kind, object_id, previous_hash, ...same } = row;
    return {
      ...same,
      utcOffset: utc_offset,
      actorId: actor_id,
      actorName: actor_name,
      unitCode: unit_code,
      objectKind: object_kind,
      objectId: object_id,
      previousHash: previous_hash,
    };
  });

/** Sentences at most. */
const MOST_SENTENCES = 100;

interface Walked {
  readonly count: number;
  readonly last: number;
  /** Runs of entries that differ from their hash, first and last number. */
  readonly edited: readonly Run[];
  readonly hashes: ReadonlyMap<number, string>;
  readonly gaps: readonly string[];
}
type Run = readonly [from: number, to: number];

/**
 * What is wrong with a trail, one Chinese sentence each; empty when it holds. `rows`: of the table, by rising number.
 * `headLines`: of the file of heads, read before the table was, because a head may lag but never lead.
 */
export function trailFindings(rows: Iterable<unknown>, headLines: readonly string[], key: Buffer): readonly string[] {
  const heads = headLines.map(readHead);
  const wanted = new Set(heads.flatMap((head) => (head === null ? [] : [head.number])));
  const walked = walk(rows, key, wanted);
  const [first] = walked.edited;
  const isAllOther = walked.count > 1 && first !== undefined && first[0] === 1 && first[1] === walked.last;
  const replaced = isAllOther || heads.some((head) => head !== null && head.key !== keyName(key));
  // Under another key every entry of its time differs: that is one finding, and must not bury the others.
  const underOther = replaced && first?.[0] === 1 ? first : undefined;
  const findings = [
    ...(replaced ? [keySentence(underOther)] : []),
    ...walked.gaps,
    ...walked.edited
      .filter((run) => run !== underOther)
      .map((run) => `${numbers(run)}的内容被改过，和它的校验值对不上`),
    ...headFindings(heads, walked, key),
  ];
  if (findings.length <= MOST_SENTENCES) return findings;
  return [...findings.slice(0, MOST_SENTENCES), `另外还有 ${findings.length - MOST_SENTENCES} 处问题没有列出`];
}

function keySentence(run: Run | undefined): string {
  const what = run === undefined ? '日志头文件里有几行' : numbers(run);
  return `密钥文件被换过，或者不是这份日志的密钥：${what}是用另一个密钥做的，没法核对`;
}

function walk(rows: Iterable<unknown>, key: Buffer, wanted: ReadonlySet<number>): Walked {
  const gaps: string[] = [];
  const edited: [number, number][] = [];
  const hashes = new Map<number, string>();
  let [count, last] = [0, 0];
  // Null: what stood there cannot be read, and the next entry cannot be held against it.
  let previous: string | null = FIRST_PREVIOUS;
  for (const row of rows) {
    count += 1;
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) {
      gaps.push(`第 ${last + 1} 条不成样子，被改过`);
      [last, previous] = [last + 1, null];
      continue;
    }
    const entry = parsed.data;
    const isNext = entry.number === last + 1;
    if (!isNext) gaps.push(`${numbers([last + 1, entry.number - 1])}不见了`);
    const isEdited = entryHash(key, entry) !== entry.hash;
    if (isEdited) lengthen(edited, entry.number);
    else if (isNext && previous !== null && entry.previousHash !== previous)
      gaps.push(`第 ${entry.number} 条接不上第 ${last} 条：中间被换过`);
    if (wanted.has(entry.number)) hashes.set(entry.number, entry.hash);
    [last, previous] = [entry.number, isEdited ? null : entry.hash];
  }
  return { count, last, edited, hashes, gaps };
}

function lengthen(runs: [number, number][], number: number): void {
  const run = runs.at(-1);
  if (run?.[1] === number - 1) run[1] = number;
  else runs.push([number, number]);
}

const numbers = ([from, to]: Run): string => (from >= to ? `第 ${from} 条` : `第 ${from} 条到第 ${to} 条`);

function headFindings(heads: readonly (Head | null)[], walked: Walked, key: Buffer): string[] {
  if (heads.length === 0) return walked.count === 0 ? [] : ['日志头文件不见了：没有它就看不出末尾有没有被删'];
  return heads.flatMap((head, index) => {
    const line = index + 1;
    if (head === null) return [`日志头文件第 ${line} 行不成样子，被改过`];
    const isOurs = head.key === keyName(key);
    if (isOurs && !isSealed(key, head)) return [`日志头文件第 ${line} 行被改过，和它的校验值对不上`];
    const { number, hash, at } = head;
    const held = walked.hashes.get(number);
    if (held === hash) return [];
    if (walked.count === 0) return [`日志被清空：日志头记着到 ${at} 有 ${number} 条，现在一条也没有`];
    if (number > walked.last) {
      const lost = numbers([walked.last + 1, number]);
      return [`日志末尾被删：日志头记着到 ${at} 有 ${number} 条，现在只到第 ${walked.last} 条，少了${lost}`];
    }
    return [`第 ${number} 条不是日志头在 ${at} 记下的那一条：它或它前面被换过`];
  });
}
