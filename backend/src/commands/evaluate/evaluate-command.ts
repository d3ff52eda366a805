import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDay } from '../../engine/index.js';
import type { Seeds } from '../../seeds.js';
import {
  readParamsFile,
  readRecordsFile,
  type Read,
  type Standard,
  StandardService,
  variantOf,
} from '../../standard/index.js';
import type { UnitDirectory } from '../../units/index.js';
import { judgeRecords, type Question } from './judge-records.js';
import { readGivenFile, rollUpGiven } from './roll-up-given.js';

const USAGE = `用法：
  npm run -s evaluate -- --records 文件 --as-of 日期 --start 日期 [--known-on 日期] [--unit 单位] [--requirement 检查点] [--params 文件]
  npm run -s evaluate -- --given 文件 [--as-of 日期]
日期写成 YYYY-MM-DD；文件是 YAML 或 JSON，写法见 docs/evaluate.md。`;

/** Says what has to be written instead; the command ends with 1. */
export class Refusal extends Error {}

/**
 * A judge without a server: reads records or counts and answers with verdicts, ready to be printed as JSON.
 * @throws Refusal in words, when options or files have to be mended
 */
export function evaluateCommand(
  options: string[],
  { standard: read, units }: Pick<Seeds, 'standard' | 'units'>,
): unknown {
  const { values } = readArguments(options);
  const standard = new StandardService(read);
  const about = { standard: { id: read.id, version: read.version, hash: read.hash } };
  if (values.given !== undefined) {
    if (values.records !== undefined) throw new Refusal(`--records 和 --given 只能写一个。\n${USAGE}`);
    const asOf = dayOf('--as-of', values['as-of'] ?? read.version);
    const given = valueOf(readGivenFile(existing(values.given), standard));
    return { ...about, asOf, ...rollUpGiven(standard, given, standard.parameterOn('most_percent', asOf) ?? 90) };
  }
  if (values.records === undefined) throw new Refusal(USAGE);
  const question = questionOf(values, standard, units);
  const records = valueOf(readRecordsFile(existing(values.records), read, units));
  const judged = values.params === undefined ? standard : standardWith(read, existing(values.params));
  const { asOf, start, knownOn } = question;
  return { ...about, asOf, start, knownOn, cells: judgeRecords(judged, units, records, question) };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        records: { type: 'string' },
        given: { type: 'string' },
        'as-of': { type: 'string' },
        start: { type: 'string' },
        'known-on': { type: 'string' },
        unit: { type: 'string' },
        requirement: { type: 'string' },
        params: { type: 'string' },
      },
    });
  } catch {
    throw new Refusal(`有不认识的选项，或选项后面少了内容。\n${USAGE}`);
  }
}

type Values = ReturnType<typeof readArguments>['values'];

function questionOf(values: Values, standard: StandardService, units: UnitDirectory): Question {
  const requirement = values.requirement ?? null;
  if (requirement !== null && standard.requirement(requirement) === null)
    throw new Refusal(`没有“${requirement}”这个检查点，编号如 1.1.3.a。`);
  const unit = values.unit === undefined ? null : units.find(values.unit);
  if (values.unit !== undefined && unit === null) {
    const several = units.candidates(values.unit).length > 1;
    throw new Refusal(
      several ? `“${values.unit}”有几个，请写成 镇/村，如 历山街道/和源。` : `没有“${values.unit}”这个单位。`,
    );
  }
  if (values['as-of'] === undefined || values.start === undefined)
    throw new Refusal(`请写上 --as-of 和 --start。\n${USAGE}`);
  return {
    asOf: dayOf('--as-of', values['as-of']),
    start: dayOf('--start', values.start),
    knownOn: values['known-on'] === undefined ? null : dayOf('--known-on', values['known-on']),
    unit: unit?.code ?? null,
    requirement,
  };
}

/** The standard under other readings and parameters; a plain number holds on all days. */
function standardWith(read: Standard, path: string): StandardService {
  const { parameters: written, readings } = valueOf(readParamsFile(path, read));
  const parameters = Object.fromEntries(
    Object.entries(written).map(([id, value]) => [id, typeof value === 'number' ? onAllDays(read, id, value) : value]),
  );
  const variant = variantOf(read, { readings, parameters });
  if (variant.faults.length > 0) throw new Refusal(variant.faults.join('\n'));
  return new StandardService({
    ...read,
    topicSpecs: variant.topics,
    requirements: variant.requirements,
    parameters: read.parameters.map((one) => ({ ...one, values: variant.parameters[one.id] ?? one.values })),
  });
}

function onAllDays(read: Standard, id: string, value: number): Readonly<Record<string, number>> {
  const days = Object.keys(read.parameters.find((one) => one.id === id)?.values ?? {});
  return Object.fromEntries([read.inForceFrom, ...days].map((day) => [day, value]));
}

function dayOf(option: string, text: string): string {
  if (parseDay(text) === null) throw new Refusal(`${option} 写成 YYYY-MM-DD，如 2026-03-01，并且要有这一天。`);
  return text;
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Refusal(`找不到文件 ${path}。`);
  return path;
}

/** @throws Refusal with every place that has to be mended */
function valueOf<T>(read: Read<T>): T {
  if (read.ok) return read.value;
  throw new Refusal(read.problems.map(({ file, line, sentence }) => `${file}:${line}：${sentence}`).join('\n'));
}
