import type { SeedPath } from '../loader/seed-file.js';
import type { ExampleSpec, RecordType, SeedProblem } from '../standard.types.js';
import { choiceFaults } from '../variants/variant.js';
import { type Draft, placed, type Placed, problemAt, variableOf } from './draft.js';
import { recordFaults, unitFault } from './example-records.js';

const REASON_HINT = '（见引擎的原因清单）';

/** Every requirement has a met and a not-met example, and examples name only what exists. */
export function checkExamples(draft: Draft, reasons: readonly string[]): SeedProblem[] {
  const types = new Map(draft.recordTypes.map((type) => [type.spec.id, type.spec]));
  const evidence = new Set(draft.evidenceTypes.spec.evidenceTypes.map((entry) => entry.id));
  return placed(draft.topics).flatMap((at) => [
    ...checkEnough(at),
    ...checkTitles(at),
    ...at.requirement.examples.flatMap((example, index) =>
      new ExampleCheck(draft, types, evidence, at, example, [...at.path, 'examples', index]).run(reasons),
    ),
  ]);
}

function checkEnough({ topic, requirement, path }: Placed): SeedProblem[] {
  const { examples, id } = requirement;
  const met = examples.filter((example) => example.expect.outcome === 'met').length;
  if (examples.length >= 2 && met > 0 && met < examples.length) return [];
  const sentence = `检查点 ${id} 至少要有两个例子，其中有达标（met）的，也有不达标的`;
  return [problemAt(topic, [...path, 'examples'], sentence)];
}

function checkTitles({ topic, requirement, path }: Placed): SeedProblem[] {
  const seen = new Set<string>();
  return requirement.examples.flatMap(({ title }, index) => {
    const again = seen.has(title);
    seen.add(title);
    const sentence = `检查点 ${requirement.id} 有两个例子叫“${title}”：请改一个标题`;
    return again ? [problemAt(topic, [...path, 'examples', index, 'title'], sentence)] : [];
  });
}

/** One example held against the units, the record types and the evidence types. */
class ExampleCheck {
  private readonly problems: SeedProblem[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly types: ReadonlyMap<string, RecordType>,
    private readonly evidence: ReadonlySet<string>,
    private readonly at: Placed,
    private readonly example: ExampleSpec,
    private readonly path: SeedPath,
  ) {}

  run(reasons: readonly string[]): SeedProblem[] {
    const { example } = this;
    this.checkSubject();
    const { reason } = example.expect;
    if (reason !== undefined && !reasons.includes(reason)) {
      this.report(['expect', 'reason'], `没有“${reason}”这个原因，只能写：${reasons.join('、')}${REASON_HINT}`);
    }
    this.checkChoice();
    this.checkShows();
    const names = { types: this.types, units: this.draft.units, evidence: this.evidence };
    for (const { path, sentence } of recordFaults(example.records, names)) this.report(['records', ...path], sentence);
    return this.problems;
  }

  private report(path: SeedPath, sentence: string): void {
    this.problems.push(problemAt(this.at.topic, [...this.path, ...path], sentence));
  }

  private checkChoice(): void {
    const standard = variableOf(this.draft);
    for (const [id, option] of Object.entries(this.example.readings ?? {})) {
      for (const fault of choiceFaults(standard, { readings: { [id]: option } })) this.report(['readings', id], fault);
    }
    for (const [id, values] of Object.entries(this.example.parameters ?? {})) {
      for (const fault of choiceFaults(standard, { parameters: { [id]: values } }))
        this.report(['parameters', id], fault);
    }
  }

  private checkShows(): void {
    const { shows, expect, readings, parameters } = this.example;
    const met = expect.outcome === 'met';
    if (readings !== undefined || parameters !== undefined) return;
    if (shows === 'met' && !met) this.report(['shows'], '写明“达标”（met）的例子，expect 也要是 met');
    if ((shows === 'short' || shows === 'missing') && met)
      this.report(['shows'], `写明“${shows === 'short' ? '不足' : '缺失'}”（${shows}）的例子，expect 不能是 met`);
  }

  private checkSubject(): void {
    const { unit } = this.example;
    const { subjects } = this.at.requirement;
    if (unit !== undefined) return this.checkUnit(['unit'], unit);
    const [only] = subjects;
    if (subjects.length === 1 && (only === 'county' || only?.startsWith('bureau:'))) return;
    this.report(['title'], '请写上 unit：这个检查点考核的不止一个单位');
  }

  private checkUnit(path: SeedPath, name: string): void {
    const fault = unitFault(name, this.draft.units);
    if (fault !== null) this.report(path, fault);
  }
}
