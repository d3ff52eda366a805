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

/** Sentences at most: a trail under another key would say the same of every entry. */
const MOST_SENTENCES = 100;

interface Walked {
  readonly count: number;
  readonly last: number;
  readonly otherKey: number;
  readonly hashes: ReadonlyMap<number, string>;
  readonly findings: readonly string[];
}

/**
 * What is wrong with a trail, one Chinese sentence each; empty when it holds. `rows`: of the table, by rising number.
 * `headLines`: of the file of heads, read before the table was, because a head may lag but never lead.
 */
export function trailFindings(rows: Iterable<unknown>, headLines: readonly string[], key: Buffer): readonly string[] {
  const heads = headLines.map(readHead);
  const wanted = new Set(heads.flatMap((head) => (head === null ? [] : [head.number])));
  const walked = walk(rows, key, wanted);
  const replaced =
    heads.some((head) => head !== null && head.key !== keyName(key)) ||
    (walked.count > 1 && walked.otherKey === walked.count);
  const keyWords = '密钥文件被换过或不是这份日志的密钥：日志头和记录是用另一个密钥做的';
  const findings = [
    ...(replaced ? [keyWords] : []),
    // Under another key every entry differs; to list them all would bury what else there is.
    ...walked.findings.filter((sentence) => !(replaced && walked.otherKey === walked.count && isEdit(sentence))),
    ...headFindings(heads, walked, key, replaced),
  ];
  if (findings.length <= MOST_SENTENCES) return findings;
  return [...findings.slice(0, MOST_SENTENCES), `另外还有 ${findings.length - MOST_SENTENCES} 处问题没有列出`];
}

const EDIT = '的内容被改过';
const isEdit = (sentence: string): boolean => sentence.includes(EDIT);

function walk(rows: Iterable<unknown>, key: Buffer, wanted: ReadonlySet<number>): Walked {
  const findings: string[] = [];
  const hashes = new Map<number, string>();
  let [count, last, otherKey, previous] = [0, 0, 0, FIRST_PREVIOUS];
  for (const row of rows) {
    count += 1;
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) {
      findings.push(`第 ${last + 1} 条之后有一条不成样子，被改过`);
      continue;
    }
    const entry = parsed.data;
    const isNext = entry.number === last + 1;
    if (!isNext) findings.push(`${missing(last + 1, entry.number - 1)}不见了`);
    if (entryHash(key, entry) !== entry.hash) {
      otherKey += 1;
      findings.push(`第 ${entry.number} 条${EDIT}，和它的校验值对不上`);
    } else if (isNext && entry.previousHash !== previous) {
      findings.push(`第 ${entry.number} 条接不上第 ${last} 条：中间被换过`);
    }
    if (wanted.has(entry.number)) hashes.set(entry.number, entry.hash);
    [last, previous] = [entry.number, entry.hash];
  }
  return { count, last, otherKey, hashes, findings };
}

const missing = (from: number, to: number): string => (from >= to ? `第 ${from} 条` : `第 ${from} 条到第 ${to} 条`);

function headFindings(heads: readonly (Head | null)[], walked: Walked, key: Buffer, replaced: boolean): string[] {
  if (heads.length === 0) return walked.count === 0 ? [] : ['日志头文件不见了：没有它就看不出末尾有没有被删'];
  return heads.flatMap((head, index) => {
    const line = index + 1;
    if (head === null) return [`日志头文件第 ${line} 行不成样子，被改过`];
    if (!replaced && !isSealed(key, head)) return [`日志头文件第 ${line} 行被改过，和它的校验值对不上`];
    const { number, hash, at } = head;
    const held = walked.hashes.get(number);
    if (held === hash) return [];
    if (walked.count === 0) return [`日志被清空：日志头记着到 ${at} 有 ${number} 条，现在一条也没有`];
    if (number > walked.last)
      return [
        `日志末尾被删：日志头记着到 ${at} 有 ${number} 条，现在只到第 ${walked.last} 条，少了${missing(walked.last + 1, number)}`,
      ];
    return [`第 ${number} 条不是日志头在 ${at} 记下的那一条：它或它前面被换过`];
  });
}
