import {
  compile,
  createFacts,
  explain,
  formatDay,
  parseDay,
  type Context,
  type Explanation,
} from '../../engine/index.js';
import { missingInWords, SentenceService } from '../../scorecard/index.js';
import { type ExampleRecord, type StandardService, writtenFacts } from '../../standard/index.js';
import type { UnitDirectory } from '../../units/index.js';

/** What is judged: days as `YYYY-MM-DD`, unit by code; null: all. */
export interface Question {
  readonly asOf: string;
  readonly start: string | null;
  readonly knownOn: string | null;
  readonly unit: string | null;
  readonly requirement: string | null;
}

/** One cell as it is printed. Days as `YYYY-MM-DD`, numbers as the engine counted them, null where there is none. */
export interface PrintedCell {
  readonly requirement: string;
  readonly unit: string;
  readonly unitName: string;
  readonly outcome: string;
  readonly reason: string;
  readonly measured: number | null;
  readonly of: number | null;
  readonly required: number | null;
  readonly shortfall: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly due: string | null;
  readonly missing: readonly string[];
  readonly sentence: string;
}

/** Judges written records without server and database: the same engine, the same sentences. */
export function judgeRecords(
  standard: StandardService,
  units: UnitDirectory,
  records: readonly ExampleRecord[],
  question: Question,
): readonly PrintedCell[] {
  const layout = standard.layout(units);
  const facts = createFacts(layout);
  const types = new Map(standard.standard.recordTypes.map((type) => [type.id, type]));
  const { asOf, knownOn } = question;
  const subject = units.county?.code ?? '';
  for (const fact of writtenFacts(records, { subject, asOf, knownOn }, types, units)) facts.upsert(fact);
  const context = contextOf(standard, question);
  const program = compile(standard.requirements, layout);
  const sentences = new SentenceService(standard);
  return program.compiled
    .filter(({ requirement }) => question.requirement === null || requirement.id === question.requirement)
    .flatMap(({ requirement, subjects }) =>
      [...subjects].flatMap((index) => {
        const unit = layout.units[index]?.code ?? '';
        if (question.unit !== null && unit !== question.unit) return [];
        const explanation = explain(program, facts, context, requirement.id, unit);
        const spec = standard.requirement(requirement.id)?.requirement;
        if (explanation === null || spec === undefined) return [];
        const lacks = missingInWords(explanation.missing, units);
        const sentence = sentences.of(spec, explanation.verdict, asOf, lacks);
        const place = { requirement: requirement.id, unit, unitName: units.displayName(unit) };
        return [{ ...place, ...printed(explanation), missing: lacks, sentence }];
      }),
    );
}

function contextOf(standard: StandardService, { asOf, start }: Question): Context {
  return {
    asOf: parseDay(asOf) ?? 0,
    start: start === null ? null : parseDay(start),
    parameters: standard.parameters,
    calendar: standard.calendar,
  };
}

function printed({ verdict }: Explanation) {
  const { outcome, reason, measured, of, required, shortfall, from, to, due } = verdict;
  return { outcome, reason, measured, of, required, shortfall, from: dayOf(from), to: dayOf(to), due: dayOf(due) };
}

function dayOf(day: number | null): string | null {
  return day === null ? null : formatDay(day);
}
