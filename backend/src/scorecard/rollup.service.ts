import { Inject, Injectable } from '@nestjs/common';
import {
  outcomeOf,
  rollUp,
  type Board,
  type Counts,
  type Outcome,
  type Rollup,
  type VetoState,
} from '../engine/index.js';
import { StandardService } from '../standard/standard.service.js';
import { BAND_LABELS } from './bands.js';
import { clauseSentence } from './clause-sentence.js';
import { type Fraction, fractionOf } from './fraction.js';
import type { Sitting } from './judging.service.js';
import { LinesService, type RequirementLine } from './lines.service.js';
import { outlineOf, type Outline } from './outline.js';
import type { ScorecardDto } from './scorecard.schema.js';
import { VETO_LABELS } from './sentence/words.js';

/** `most_percent` of a standard that does not say it. */
const MOST_PERCENT = 90;

type RollupDto = ScorecardDto['rollup'];

/** Counts of a subtree, by requirement, clause, topic and project, with the sentences of the clauses. */
@Injectable()
export class RollupService {
  readonly outline: Outline;

  constructor(
    private readonly lines: LinesService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {
    this.outline = outlineOf(standard.standard);
  }

  /** 1 for every unit index in the subtree that a unit has on the as-of day. */
  mask(unitCode: string, { facts, units }: Sitting): Uint8Array {
    const inside = new Set(units.subtree(unitCode).map(({ code }) => code));
    return Uint8Array.from(facts.layout.units, ({ code }) => (inside.has(code) ? 1 : 0));
  }

  /** The engine's counts for the units inside. */
  counts(mask: Uint8Array, { program, settings, asOf }: Sitting, board: Board): Rollup {
    const scope = new Set([...mask.keys()].filter((unit) => mask[unit] === 1));
    const { clauses } = this.outline;
    return rollUp(program, board, scope, { mostPercent: this.mostPercent(asOf), implied: settings.implied, clauses });
  }

  /** Outcome of one requirement over several units (decision 9). */
  outcomeOf(counts: Counts, asOf: string): Outcome {
    return outcomeOf(counts, this.mostPercent(asOf));
  }

  /** The roll-up as pages and reports show it. */
  of(unitCode: string, sitting: Sitting, board: Board): RollupDto {
    const mask = this.mask(unitCode, sitting);
    const rollup = this.counts(mask, sitting, board);
    const clauses = this.clauses(rollup, this.lines.of(rollup, mask, sitting, board), sitting);
    return {
      requirements: rollup.requirements.map(({ id, outcome, counts }) => ({ id, outcome, counts: [...counts] })),
      clauses,
      topics: rollup.topics.map(({ name, outcome, counts }) => ({ name, outcome, counts: [...counts] })),
      projects: rollup.projects.map(({ name, counts }) => ({ name, counts: [...counts] })),
      readiness: this.readiness(rollup, sitting),
      veto: this.veto(rollup, clauses, sitting),
    };
  }

  private readiness(rollup: Rollup, sitting: Sitting): RollupDto['readiness'] {
    const { met, total, counts } = rollup.readiness;
    const band = sitting.settings.campaignStart === null ? 'notJudged' : rollup.readiness.band;
    const partialPercent = meanPartial(rollup, (id) => this.counted(id, sitting));
    return { met, total, counts: [...counts], band, bandLabel: BAND_LABELS[band], partialPercent };
  }

  /** A subtree without a veto cell, and a county without a start, have no veto state. */
  private veto(rollup: Rollup, clauses: RollupDto['clauses'], { settings }: Sitting): RollupDto['veto'] {
    const states = rollup.clauses.flatMap(({ id, veto }) => {
      if (veto === null) return [];
      const judged = rollup.requirements.some((one) => one.clause === id && one.counts.some((count) => count > 0));
      return [{ id, state: judged && settings.campaignStart !== null ? veto : null }];
    });
    const state = states.some((one) => one.state !== null) ? rollup.veto : null;
    return {
      state,
      stateLabel: stateLabel(state),
      clauses: states.map((one) => ({
        ...one,
        text: this.standard.clause(one.id)?.text ?? '',
        stateLabel: stateLabel(one.state),
        sentence: clauses.find(({ id }) => id === one.id)?.sentence ?? '',
      })),
    };
  }

  /** Whether a requirement counts toward its clause: implied ones only when the county says so (decision 6). */
  counted(requirement: string, { settings }: Sitting): boolean {
    return settings.implied || this.standard.requirement(requirement)?.requirement.strength === 'explicit';
  }

  /** Clauses with the sentence of what decides each; the lines are those of the same units. */
  clauses(rollup: Rollup, lines: readonly RequirementLine[], sitting: Sitting): RollupDto['clauses'] {
    return rollup.clauses.map(({ id, outcome, counts }) => {
      const own = lines.filter(({ placed }) => placed.clause.id === id && this.counted(placed.requirement.id, sitting));
      const parts = own.map((line) => ({
        title: line.placed.requirement.title,
        outcome: line.outcome,
        counts: line.counts,
        single: line.verdict === null ? null : line.sentence,
      }));
      return { id, outcome, counts: [...counts], sentence: clauseSentence(parts) };
    });
  }

  /** The parameter `most_percent` of a day (`YYYY-MM-DD`). */
  mostPercent(asOf: string): number {
    return this.standard.parameterOn('most_percent', asOf) ?? MOST_PERCENT;
  }
}

const stateLabel = (state: VetoState | null): string => (state === null ? '未判定' : VETO_LABELS[state]);

/** Mean of the clauses' shares of due cells that are met, in per cent, cut down; null when nothing is due. A secondary figure. */
function meanPartial(rollup: Rollup, counted: (requirement: string) => boolean): number | null {
  const shares = rollup.clauses.flatMap(({ id, veto }) => {
    const own = rollup.requirements.filter((one) => one.clause === id && counted(one.id));
    const { met, due } = own.map(({ counts }) => fractionOf(counts)).reduce(addFractions, { met: 0, due: 0 });
    return veto !== null || due === 0 ? [] : [met / due];
  });
  return shares.length === 0 ? null : Math.floor((shares.reduce((sum, share) => sum + share, 0) * 100) / shares.length);
}

function addFractions(one: Fraction, other: Fraction): Fraction {
  return { met: one.met + other.met, due: one.due + other.due };
}
