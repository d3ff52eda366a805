import { Inject, Injectable } from '@nestjs/common';
import { OUTCOMES, outcomeOfCounts, rollUp, worstOf, type Board, type Outcome, type Rollup } from '../engine/index.js';
import { StandardService } from '../standard/standard.service.js';
import { UnitsService } from '../units/units.service.js';
import { BAND_LABELS } from './bands.js';
import { clauseSentence, type ClausePart } from './clause-sentence.js';
import { FactsStore } from './facts-store.service.js';
import type { Sitting } from './judging.service.js';
import { outlineOf, type Outline } from './outline.js';
import type { ScorecardDto } from './scorecard.schema.js';
import { SentenceService } from './sentence/sentence.service.js';
import { VETO_LABELS } from './sentence/words.js';
import { cellsByRequirement } from './single-cells.js';

type RollupDto = ScorecardDto['rollup'];

/** Counts of a subtree, by requirement, clause, topic and project, with the sentences of the clauses. */
@Injectable()
export class RollupService {
  readonly outline: Outline;
  private readonly indexOf: ReadonlyMap<string, number>;

  constructor(
    private readonly units: UnitsService,
    private readonly sentences: SentenceService,
    @Inject(StandardService) private readonly standard: StandardService,
    store: FactsStore,
  ) {
    this.outline = outlineOf(standard.standard, store.program);
    this.indexOf = new Map(units.all().map(({ code }, index) => [code, index]));
  }

  /** 1 for every unit index in the subtree of a unit. */
  mask(unitCode: string): Uint8Array {
    const mask = new Uint8Array(this.units.all().length);
    for (const { code } of this.units.subtree(unitCode)) mask[this.indexOf.get(code) ?? 0] = 1;
    return mask;
  }

  /** The engine's counts for the units inside. */
  counts(mask: Uint8Array, { program, settings, asOf }: Sitting, board: Board): Rollup {
    return rollUp(program, board, mask, { mostPercent: this.mostPercent(asOf), implied: settings.implied });
  }

  /** Outcome of a set of cells of several units (decision 9). */
  outcomeOf(counts: readonly number[], asOf: string): Outcome {
    return outcomeOfCounts(counts, this.mostPercent(asOf));
  }

  /** The roll-up as pages and reports show it. */
  of(unitCode: string, sitting: Sitting, board: Board): RollupDto {
    const mask = this.mask(unitCode);
    const rollup = this.counts(mask, sitting, board);
    const clauses = this.clauses(rollup, mask, sitting, board);
    const sentenceOf = new Map(clauses.map(({ id, sentence }) => [id, sentence]));
    const { readiness, veto } = rollup;
    return {
      requirements: rollup.requirements.map(({ id, outcome, counts }) => ({ id, outcome, counts: [...counts] })),
      clauses,
      topics: this.topics(rollup),
      projects: this.projects(rollup),
      readiness: { ...readiness, counts: [...readiness.counts], bandLabel: BAND_LABELS[readiness.band] },
      veto: {
        state: veto.state,
        stateLabel: veto.state === null ? '未判定' : VETO_LABELS[veto.state],
        clauses: veto.clauses.map(({ id, state }) => ({
          id,
          text: this.standard.clause(id)?.text ?? '',
          state,
          stateLabel: state === null ? '未判定' : VETO_LABELS[state],
          sentence: sentenceOf.get(id) ?? '',
        })),
      },
    };
  }

  /** Clauses with the sentence of what decides each. */
  clauses(rollup: Rollup, mask: Uint8Array, sitting: Sitting, board: Board): RollupDto['clauses'] {
    const singles = cellsByRequirement(board, mask, sitting.program.requirements.length);
    const parts = new Map<string, ClausePart[]>();
    rollup.requirements.forEach(({ id, clause, outcome, counts, explicit }) => {
      if (!explicit && !sitting.settings.implied) return;
      const placed = this.standard.requirement(id);
      const cell = singles[sitting.program.byId.get(id)?.index ?? -1] ?? -1;
      if (placed === null) return;
      const single = cell < 0 ? null : this.sentences.ofCell(placed.requirement, board, cell, sitting.asOf);
      parts.set(clause, [...(parts.get(clause) ?? []), { title: placed.requirement.title, outcome, counts, single }]);
    });
    return rollup.clauses.map(({ id, outcome, counts }) => ({
      id,
      outcome,
      counts: [...counts],
      sentence: clauseSentence(parts.get(id) ?? []),
    }));
  }

  private topics(rollup: Rollup): RollupDto['topics'] {
    return this.outline.topics.map((topic, index) => {
      const outcomes = this.outcomesWithin(rollup, (at) => at === index);
      return { name: topic.topic, outcome: worstOf(outcomes), counts: countsOf(outcomes) };
    });
  }

  private projects(rollup: Rollup): RollupDto['projects'] {
    return this.outline.projects.map(({ name, topics }) => ({
      name,
      counts: countsOf(this.outcomesWithin(rollup, (at) => topics.includes(at))),
    }));
  }

  private outcomesWithin(rollup: Rollup, within: (topic: number) => boolean): Outcome[] {
    return rollup.clauses.flatMap(({ id, outcome }) => (within(this.outline.topicOfClause.get(id) ?? -1) ? [outcome] : []));
  }

  private mostPercent(asOf: string): number {
    return this.standard.parameterOn('most_percent', asOf) ?? 90;
  }
}

function countsOf(outcomes: readonly Outcome[]): number[] {
  return OUTCOMES.map((outcome) => outcomes.filter((one) => one === outcome).length);
}
