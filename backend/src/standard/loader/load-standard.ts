import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '../../platform/files/index.js';
import { readUnits, UnitDirectory } from '../../units/index.js';
import { checkComplete } from '../checks/complete.js';
import { checkAll } from '../checks/index.js';
import { type Draft, placed } from '../checks/draft.js';
import { evidenceTypesFile, holidaysFile, parametersFile, standardFile } from '../schema/files.schema.js';
import { recordTypeFile } from '../schema/record-type.schema.js';
import { topicFile } from '../schema/topic.schema.js';
import type { SeedProblem, Standard } from '../standard.types.js';
import { engineRequirements } from './engine-requirements.js';
import { hashSeeds } from './hash-seeds.js';
import { type Parsed, readParsed } from './read-parsed.js';

/** Either the standard with its units, or what has to be mended first. */
export type Loaded =
  | {
      readonly ok: true;
      readonly standard: Standard;
      readonly units: UnitDirectory;
      /** What is still to be written; it does not keep the standard from being used. */
      readonly gaps: readonly SeedProblem[];
      /** Where a clause or requirement stands, or its example number `example` (from 0; null: itself). */
      placeOf(id: string, example: number | null): Pick<SeedProblem, 'file' | 'line'>;
    }
  | { readonly ok: false; readonly problems: readonly SeedProblem[] };

/**
 * Reads and checks every file of the seeds folder. Never throws for what is written in a file: everything that is wrong
 * comes back with file, line and what to write instead, in the order of the files.
 */
export function loadStandard(seedsFolder: string): Loaded {
  const problems: SeedProblem[] = [];
  const draft = readDraft(seedsFolder, problems);
  if (draft !== null) problems.push(...checkAll(draft));
  if (draft === null || problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return {
    ok: true,
    standard: assemble(draft, hashSeeds(seedsFolder)),
    units: draft.units,
    gaps: inOrder(checkComplete(draft)),
    placeOf: (id, example) => placeIn(draft, id, example),
  };
}

/** Null when one of the files on which all others lean could not be read; topics that do not fit are left out. */
function readDraft(seedsFolder: string, problems: SeedProblem[]): Draft | null {
  const base = 'standard/';
  const standard = readParsed(seedsFolder, `${base}standard.yaml`, standardFile, problems);
  const parameters = readParsed(seedsFolder, `${base}parameters.yaml`, parametersFile, problems);
  const evidenceTypes = readParsed(seedsFolder, `${base}evidence-types.yaml`, evidenceTypesFile, problems);
  const holidays = readParsed(seedsFolder, `${base}holidays.yaml`, holidaysFile, problems);
  const typeFiles = yamlFiles(seedsFolder, 'record-types');
  const recordTypes = present(typeFiles.map((file) => readParsed(seedsFolder, file, recordTypeFile, problems)));
  const source = readSource(seedsFolder, problems);
  const list = readUnits(seedsFolder);
  problems.push(...list.problems);
  const topicFiles = standard?.spec.topics.map((name) => `${base}topics/${name}.yaml`) ?? [];
  const topics = present(topicFiles.map((file) => readParsed(seedsFolder, file, topicFile, problems)));
  for (const file of yamlFiles(seedsFolder, `${base}topics`)) {
    if (standard === null || topicFiles.includes(file)) continue;
    problems.push({ file, line: 1, sentence: 'standard.yaml 的 topics 里没有这个文件：请补上，或删去文件' });
  }
  if (standard === null || parameters === null || evidenceTypes === null || holidays === null) return null;
  if (source === null || recordTypes.length < typeFiles.length || list.problems.length > 0) return null;
  const units = new UnitDirectory(list.units);
  return { standard, parameters, evidenceTypes, holidays, recordTypes, source, topics, units };
}

/** The first line of the first file for what is not in the table. */
function placeIn(draft: Draft, id: string, example: number | null): Pick<SeedProblem, 'file' | 'line'> {
  const at = placed(draft.topics).find(({ requirement, clause }) => requirement.id === id || clause.id === id);
  if (at === undefined) return { file: draft.standard.seed.file, line: 1 };
  const path =
    at.clause.id === id ? [...at.clausePath, 'text'] : [...at.path, ...(example === null ? [] : ['examples', example])];
  return { file: at.topic.seed.file, line: at.topic.seed.lineOf(path) };
}

function readSource(seedsFolder: string, problems: SeedProblem[]): Draft['source'] | null {
  const [text = '', sha256 = ''] = ['source/task-table.txt', 'source/task-table.sha256'].map((file) => {
    const read = readTextFile(join(seedsFolder, file));
    if ('text' in read) return read.text;
    problems.push({ file, line: 1, sentence: read.fault });
    return '';
  });
  return text === '' || sha256 === '' ? null : { text, sha256 };
}

function yamlFiles(seedsFolder: string, folder: string): readonly string[] {
  const path = join(seedsFolder, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => `${folder}/${name}`);
}

function present<T>(parsed: readonly (Parsed<T> | null)[]): readonly Parsed<T>[] {
  return parsed.filter((entry) => entry !== null);
}

function inOrder(problems: readonly SeedProblem[]): readonly SeedProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function assemble(draft: Draft, hash: string): Standard {
  const topicSpecs = draft.topics.map((topic) => topic.spec);
  return {
    ...draft.standard.spec,
    hash,
    topicSpecs,
    parameters: draft.parameters.spec.parameters,
    evidenceTypes: draft.evidenceTypes.spec.evidenceTypes,
    holidayYears: draft.holidays.spec.years,
    recordTypes: draft.recordTypes.map((type) => type.spec),
    requirements: engineRequirements(topicSpecs, draft.standard.spec.vetoProject),
  };
}
