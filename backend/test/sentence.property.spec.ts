import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { compile, createFacts, explain, formatDay, parseDay, type Explanation } from '../src/engine/index.js';
import { holds } from '../src/engine/testing/property.js';
import { missingInWords, numberInWords, SentenceService } from '../src/scorecard/index.js';
import { loadStandard, StandardService, writtenFacts } from '../src/standard/index.js';

const loaded = loadStandard(fileURLToPath(new URL('../../seeds', import.meta.url)));
if (!loaded.ok) throw new Error('the seeds do not load');
const { units } = loaded;
const standard = new StandardService(loaded.standard);
const sentences = new SentenceService(standard);
const layout = standard.layout(units);
const types = new Map(loaded.standard.recordTypes.map((type) => [type.id, type]));
const examples = standard
  .allRequirements()
  .flatMap(({ requirement }) =>
    requirement.examples.filter(({ start }) => start !== null).map((example) => ({ requirement, example })),
  );
const programs = new Map(standard.requirements.map((rule) => [rule.id, compile([rule], layout)]));

/** A worked example with some of its records left out, some not yet approved, judged some days earlier or later. */
const variation = fc.record({
  picked: fc.constantFrom(...examples),
  kept: fc.infiniteStream(fc.constantFrom('approved', 'approved', 'approved', 'pending', 'returned', 'left out')),
  shift: fc.integer({ min: -120, max: 400 }),
});

function judge({
  picked: { requirement, example },
  kept,
  shift,
}: typeof variation extends fc.Arbitrary<infer T> ? T : never) {
  const records = example.records.flatMap((record) => {
    const fate = kept.next().value ?? 'approved';
    if (fate === 'approved') return [record];
    return fate === 'left out' && record.as === undefined
      ? []
      : [{ ...record, review: fate === 'returned' ? 'returned' : 'pending' } as const];
  });
  const asOf = formatDay((parseDay(example.asOf) ?? 0) + shift);
  const [only] = requirement.subjects;
  const subject =
    example.unit === undefined
      ? only === 'county'
        ? units.county?.code
        : units.byShortName(only?.slice('bureau:'.length) ?? '')?.code
      : units.find(example.unit)?.code;
  const facts = createFacts(layout);
  for (const fact of writtenFacts(records, { subject: subject ?? '', asOf, knownOn: null }, types, units))
    facts.upsert(fact);
  const context = {
    asOf: parseDay(asOf) ?? 0,
    start: parseDay(example.start ?? ''),
    parameters: standard.parameters,
    calendar: standard.calendar,
  };
  const program = programs.get(requirement.id);
  const explanation = program === undefined ? null : explain(program, facts, context, requirement.id, subject ?? '');
  if (explanation === null) return null;
  const missing = missingInWords(explanation.missing, units);
  const sentence = sentences.of(requirement, explanation.verdict, asOf, missing);
  return { requirement, explanation, asOf, sentence };
}

/** What a sentence says beside what the verdict says; empty when they agree. */
function contradictions(sentence: string, { verdict }: Explanation, asOf: string): readonly string[] {
  const found: string[] = [];
  const expectSame = (what: string, said: string | undefined, is: number | null) => {
    if (said !== undefined && (is === null || said !== numberInWords(is))) found.push(`${what}: ${said} / ${is}`);
  };
  if (/undefined|null|NaN|\[object/u.test(sentence)) found.push('no words');
  if (sentence.includes('已达标') !== (verdict.outcome === 'met')) found.push(`已达标 / ${verdict.outcome}`);
  if (/还差|请在|请尽快/u.test(sentence) && verdict.outcome === 'met') found.push('asks for more though met');
  if (sentence.includes('不适用') && verdict.outcome !== 'notApplicable') found.push(`不适用 / ${verdict.outcome}`);
  if (sentence.includes('一票否决') && verdict.outcome !== 'unmet') found.push(`一票否决 / ${verdict.outcome}`);
  expectSame('还差', /还差 ([\d.]+)/u.exec(sentence)?.[1], verdict.shortfall);
  const fraction = / ([\d.]+)\/([\d.]+)/u.exec(sentence);
  expectSame('measured', fraction?.[1], verdict.measured);
  expectSame('of', fraction?.[2], verdict.of);
  expectSame('已有', /已有 ([\d.]+)/u.exec(sentence)?.[1], verdict.measured);
  expectSame('要求', /要求(?:不低于|不高于|高于|不少于)? ([\d.]+)/u.exec(sentence)?.[1], verdict.required);
  const left = verdict.due === null ? null : verdict.due - (parseDay(asOf) ?? 0);
  expectSame('剩', /剩 (\d+) 天/u.exec(sentence)?.[1], left);
  if (sentence.includes('今天截止') && left !== 0) found.push(`今天截止 / ${left}`);
  if (!sentence.endsWith('。')) found.push('no full stop');
  return found;
}

describe('the sentence of a verdict', () => {
  holds(
    'never contradicts the numbers, whatever of a worked example is missing, waiting or late',
    fc.property(variation, (one) => {
      const judged = judge(one);
      if (judged === null) return;
      const { requirement, explanation, asOf, sentence } = judged;
      expect([
        requirement.id,
        asOf,
        explanation.verdict,
        sentence,
        contradictions(sentence, explanation, asOf),
      ]).toEqual([requirement.id, asOf, explanation.verdict, sentence, []]);
    }),
    { runs: 800 },
  );
  holds(
    'rests on as many records as it counts, and on none that it does not name',
    fc.property(variation, (one) => {
      const judged = judge(one);
      if (judged === null) return;
      const { requirement, explanation } = judged;
      const { counted, notCounted, verdict } = explanation;
      const both = notCounted.filter(({ id }) => counted.includes(id));
      expect([requirement.id, both]).toEqual([requirement.id, []]);
      const { rule } = requirement;
      if (rule.kind === 'count_per_period' && rule.covering === undefined && verdict.measured !== null)
        expect([requirement.id, counted.length]).toEqual([requirement.id, verdict.measured]);
    }),
    { runs: 400 },
  );

  it('would be found out if it did', () => {
    const said =
      '2026 年会议已有 1 次，要求 2 次，期限已近，仍有缺口。还差 1 次；请在 12 月 31 日前登记会议，剩 37 天。';
    const verdict = {
      outcome: 'atRisk',
      reason: 'shortInLastQuarter',
      measured: 1,
      of: null,
      required: 2,
      shortfall: 1,
      from: null,
      to: null,
      due: parseDay('2026-12-31'),
      part: null,
    } as const;
    const check = (change: object) =>
      contradictions(said, { verdict: { ...verdict, ...change } } as unknown as Explanation, '2026-11-24');
    expect(check({})).toEqual([]);
    expect(check({ measured: 2 })).toEqual(['已有: 1 / 2']);
    expect(check({ required: 3 })).toEqual(['要求: 2 / 3']);
    expect(check({ shortfall: 2 })).toEqual(['还差: 1 / 2']);
    expect(check({ due: parseDay('2026-12-30') })).toEqual(['剩: 37 / 36']);
    expect(check({ outcome: 'met' })).toEqual(['已达标 / met', 'asks for more though met']);
  });
});
