import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { SeedProblem } from '../standard.types.js';
import { yamlSentence } from './yaml-sentence.js';

export type SeedPath = readonly (string | number)[];

/** A YAML file of the seeds: its plain value, and the line of every place in it. */
export interface SeedFile {
  /** Relative to the seeds folder, with `/`. */
  readonly file: string;
  readonly value: unknown;
  readonly problems: readonly SeedProblem[];
  /** Line of the deepest part of `path` that is in the file; 1 when nothing is. */
  lineOf(path: SeedPath): number;
}

/** Reads the text of one YAML file. Syntax errors come back as problems, nothing is thrown for them. */
export function parseSeedFile(file: string, text: string): SeedFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const problems: SeedProblem[] = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    sentence: yamlSentence(error.code),
  }));
  visit(document, {
    Alias: (_, { range }) => {
      const line = counter.linePos(range?.[0] ?? 0).line;
      problems.push({ file, line, sentence: '不要用“*名称”引用别处的内容（星号开头的文字要加引号），请直接写出来' });
      return visit.BREAK;
    },
  });
  const value: unknown = problems.length === 0 ? document.toJS() : null;
  return {
    file,
    value,
    problems,
    lineOf: (path) => counter.linePos(offsetOf(document.contents, path)).line || 1,
  };
}

function offsetOf(root: unknown, path: SeedPath): number {
  let node = root;
  let offset = 0;
  for (const step of path) {
    const next = child(node, step);
    if (next === null) break;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

/** One step down; the offset is that of the key where there is one, since a value may begin on the next line. */
function child(node: unknown, step: string | number): { readonly node: unknown; readonly offset: number } | null {
  if (isMap(node)) return mapChild(node, step);
  if (!isCollection(node)) return null;
  const item = node.items[Number(step)];
  return item === undefined || isPair(item) ? null : { node: item, offset: startOf(item) };
}

function mapChild(node: YAMLMap, step: string | number) {
  for (const pair of node.items) {
    if (isScalar(pair.key) && String(pair.key.value) === String(step)) {
      return { node: pair.value, offset: startOf(pair.key) };
    }
  }
  return null;
}

function startOf(node: unknown): number {
  return isNode(node) && node.range ? node.range[0] : 0;
}

function isNode(node: unknown): node is Node {
  return isScalar(node) || isCollection(node);
}
