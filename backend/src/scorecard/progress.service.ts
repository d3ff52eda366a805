import { Inject, Injectable } from '@nestjs/common';
import type { Board, Rollup } from '../engine/index.js';
import { StandardService } from '../standard/standard.service.js';
import type { TopicSpec } from '../standard/standard.types.js';
import { fractionOf } from './fraction.js';
import { JudgingService, type Sitting } from './judging.service.js';
import { LinesService } from './lines.service.js';
import { RollupService } from './rollup.service.js';
import { expectUnit } from './expect-unit.js';
import type { ScorecardDto, UnitProgressDto } from './scorecard.schema.js';
import { SuppliedService } from './supplied.service.js';

type ClauseLine = UnitProgressDto['lead'][number];
type ClauseRow = ScorecardDto['rollup']['clauses'][number];

/** How the table writes the group of all towns and streets. */
const ALL_TOWNS = '各镇、街道';

/** The three lists of a unit (decision 11): clauses it leads, cells it answers for, clauses it supports. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly judging: JudgingService,
    private readonly rollups: RollupService,
    private readonly requirements: LinesService,
    private readonly supplied: SuppliedService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** @throws DomainError scorecard.unitUnknown, scorecard.dayUnknown */
  async of(unitCode: string, asOf: string | null): Promise<UnitProgressDto> {
    const sitting = await this.judging.sit(asOf);
    expectUnit(sitting, unitCode);
    const board = this.judging.board(sitting);
    const county = this.rollups.mask(sitting.units.county?.code ?? unitCode, sitting);
    const whole = this.rollups.counts(county, sitting, board);
    const rows = this.rollups.clauses(whole, this.requirements.of(whole, county, sitting, board), sitting);
    const clauses = new Map(rows.map((row) => [row.id, row]));
    const lead = this.topicsNaming(unitCode, 'lead', sitting).flatMap((topic) =>
      this.lines(topic, clauses, whole, sitting),
    );
    const own = this.own(unitCode, sitting, board);
    const answered = new Set(own.map(({ clauseId }) => clauseId));
    const supported = this.topicsNaming(unitCode, 'responsible', sitting)
      .flatMap((topic) => this.lines(topic, clauses, whole, sitting))
      .filter(({ clauseId }) => !answered.has(clauseId));
    const supplied = await this.supplied.perClause(
      [unitCode, ...sitting.book.predecessors(unitCode, sitting.asOf)],
      supported.map(({ clauseId }) => clauseId),
      sitting.asOf,
    );
    const support = supported.map((line) => ({ ...line, supplied: supplied.get(line.clauseId) ?? 0 }));
    return { unitCode, name: sitting.units.displayName(unitCode), asOf: sitting.asOf, lead, own, support };
  }

  /** Topics whose 责任分工 cell names the unit by any name it or a predecessor ever bore, a town also through 各镇、街道. */
  private topicsNaming(
    unitCode: string,
    role: 'lead' | 'responsible',
    { book, units, asOf }: Sitting,
  ): readonly TopicSpec[] {
    const kind = units.byCode(unitCode)?.kind;
    const isTown = kind === 'town' || kind === 'street';
    return this.rollups.outline.topics.filter(({ responsibility }) =>
      responsibility[role].some((name) => (name === ALL_TOWNS ? isTown : book.named(name, asOf)?.code === unitCode)),
    );
  }

  private lines(
    topic: TopicSpec,
    clauses: ReadonlyMap<string, ClauseRow>,
    whole: Rollup,
    sitting: Sitting,
  ): ClauseLine[] {
    return topic.clauses.flatMap(({ id, text }) => {
      const row = clauses.get(id);
      if (row === undefined) return [];
      const cells = whole.requirements.filter((one) => one.clause === id && this.rollups.counted(one.id, sitting));
      const sum = row.counts.map((_, outcome) =>
        cells.reduce((total, { counts }) => total + (counts[outcome] ?? 0), 0),
      );
      return [
        { clauseId: id, topic: topic.topic, text, outcome: row.outcome, sentence: row.sentence, ...fractionOf(sum) },
      ];
    });
  }

  private own(unitCode: string, sitting: Sitting, board: Board): UnitProgressDto['own'] {
    const mask = this.rollups.mask(unitCode, sitting);
    const rollup = this.rollups.counts(mask, sitting, board);
    return this.requirements
      .of(rollup, mask, sitting, board)
      .map(({ placed, outcome, counts, sentence, subjects }) => ({
        requirementId: placed.requirement.id,
        title: placed.requirement.title,
        clauseId: placed.clause.id,
        topic: placed.topic.topic,
        outcome,
        counts: [...counts],
        ...fractionOf(counts),
        sentence,
        subjects,
      }));
  }
}
