import { z } from 'zod';
import { recordFaults } from '../checks/example-records.js';
import { readParsed } from '../loader/read-parsed.js';
import { amount, day, id, strict, text, whole } from '../schema/parts.js';
import { exampleRecord } from '../schema/topic.schema.js';
import type { ExampleRecord, SeedProblem, Standard } from '../standard.types.js';
import type { UnitDirectory } from '../../units/index.js';

/** A file of records: a list, or the list under `records`. The records are written as in the examples of the seeds. */
const recordsFile = z.union([z.array(exampleRecord), strict({ records: z.array(exampleRecord) })]);

/** Other values for parameters (a number, or dated numbers) and other options for readings. */
const paramsFile = strict({
  parameters: z.record(id, z.union([amount, z.record(day, amount)])).default({}),
  readings: z.record(text, whole.min(1)).default({}),
});

export type WrittenParams = z.output<typeof paramsFile>;

/** What was read, or what has to be mended first. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly SeedProblem[] };

/** Reads a file of records (YAML or JSON) and holds it against the record types, units and evidence types. */
export function readRecordsFile(
  path: string,
  standard: Standard,
  units: UnitDirectory,
): Read<readonly ExampleRecord[]> {
  const problems: SeedProblem[] = [];
  const parsed = readParsed('', path, recordsFile, problems);
  if (parsed === null) return { ok: false, problems };
  const isList = Array.isArray(parsed.spec);
  const records = Array.isArray(parsed.spec) ? parsed.spec : parsed.spec.records;
  const names = {
    types: new Map(standard.recordTypes.map((type) => [type.id, type])),
    units,
    evidence: new Set(standard.evidenceTypes.map((type) => type.id)),
  };
  const faults = recordFaults(records, names).map(({ path: place, sentence }) => ({
    file: path,
    line: parsed.seed.lineOf(isList ? place : ['records', ...place]),
    sentence,
  }));
  return faults.length > 0 ? { ok: false, problems: faults } : { ok: true, value: records };
}

/** Reads a file of other parameters and readings; names that the standard does not have are refused. */
export function readParamsFile(path: string, standard: Standard): Read<WrittenParams> {
  const problems: SeedProblem[] = [];
  const parsed = readParsed('', path, paramsFile, problems);
  if (parsed === null) return { ok: false, problems };
  const report = (place: readonly string[], sentence: string) =>
    problems.push({ file: path, line: parsed.seed.lineOf(place), sentence });
  const known = standard.parameters.map((parameter) => parameter.id);
  for (const name of Object.keys(parsed.spec.parameters))
    if (!known.includes(name)) report(['parameters', name], `没有“${name}”这个参数，只能写：${known.join('、')}`);
  const readings = new Map(
    standard.topicSpecs
      .flatMap((topic) => topic.clauses.flatMap((clause) => clause.readings))
      .map((one) => [one.id, one]),
  );
  for (const [name, option] of Object.entries(parsed.spec.readings)) {
    const reading = readings.get(name);
    if (reading === undefined) report(['readings', name], `没有“${name}”这条解读，编号如 5.3.3.Q1`);
    else if (option > reading.options.length)
      report(['readings', name], `“${name}”只有 ${reading.options.length} 个选项，写 1 至 ${reading.options.length}`);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.spec };
}
