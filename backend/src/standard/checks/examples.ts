import type { SeedPath } from '../loader/seed-file.js';
import type { ExampleSpec, RecordType, SeedProblem } from '../standard.types.js';
import { type Draft, placed, type Placed, problemAt } from './draft.js';
import { recordFaults, unitFault } from './example-records.js';

const REASON_HINT = '（见引擎的原因清单）';

/** Every requirement has a met and a not-met example, and examples name only what exists. */
export function checkExamples(draft: Draft, reasons: readonly string[]): SeedProblem[] {
  const types = new Map(draft.recordTypes.map((type) => [type.spec.id, type.spec]));
  const evidence = new Set(draft.evidenceTypes.spec.evidenceTypes.map((entry) => entry.id));
  return placed(draft.topics).flatMap((at) => [
    ...checkEnough(at),
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
    const names = { types: this.types, units: this.draft.units, evidence: this.evidence };
    for (const { path, sentence } of recordFaults(example.records, names)) this.report(['records', ...path], sentence);
    return this.problems;
  }

  private report(path: SeedPath, sentence: string): void {
    this.problems.push(problemAt(this.at.topic, [...this.path, ...path], sentence));
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
