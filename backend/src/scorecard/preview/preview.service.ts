import { Inject, Injectable } from '@nestjs/common';
import { compile, numberAt, OUTCOMES, rollUp, verdictAt, type Rollup } from '../../engine/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { StandardService, type TopicSpec, variantOf } from '../../standard/index.js';
import { BAND_LABELS } from '../bands.js';
import { JudgingService, type Sitting } from '../judging.service.js';
import { RollupService } from '../rollup.service.js';
import { SentenceService } from '../sentence/sentence.service.js';
import { choiceProblems } from './choice-problems.js';
import { matrixOf, outcomeAt, pairsOf, type Judged, type Pair } from './compare.js';
import { SHOWN, type PreviewDto, type PreviewRequest } from './preview.schema.js';

/** One side of the comparison: how it is judged, by what words. */
interface Side extends Judged {
  readonly sitting: Sitting;
  readonly topics: readonly TopicSpec[];
}

/** What other readings and parameters would turn. Nothing is stored. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly judging: JudgingService,
    private readonly rollups: RollupService,
    private readonly sentences: SentenceService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** @throws DomainError `preview.choiceUnknown`, `scorecard.dayUnknown` */
  async of(request: PreviewRequest): Promise<PreviewDto> {
    const sitting = await this.judging.sit(request.asOf ?? null);
    const before = { ...this.judge(sitting), topics: this.standard.standard.topicSpecs };
    const after = this.after(sitting, request);
    const pairs = pairsOf(before, after);
    const turned = pairs.filter((pair) => outcomeAt(before, pair.before) !== outcomeAt(after, pair.after));
    const [old, fresh] = [this.rollup(before), this.rollup(after)];
    return {
      asOf: sitting.asOf,
      cells: turned.length,
      matrix: matrixOf(pairs, before, after),
      turned: this.lines(turned.slice(0, SHOWN), before, after),
      clauses: old.clauses.flatMap(({ id, outcome }) => {
        const now = fresh.clauses.find((clause) => clause.id === id)?.outcome ?? 'notApplicable';
        return now === outcome ? [] : [{ id, before: outcome, after: now }];
      }),
      readiness: { before: readinessOf(old, sitting), after: readinessOf(fresh, sitting) },
    };
  }

  /** The same records and the same day under the choice. */
  private after(sitting: Sitting, { readings, parameters }: PreviewRequest): Side {
    const { standard } = this.standard;
    const problems = choiceProblems(standard, { readings, parameters });
    const dated = Object.fromEntries(
      Object.entries(parameters).map(([id, value]) => [id, this.onAllDays(id, value)] as const),
    );
    const variant = problems.length > 0 ? null : variantOf(standard, { readings, parameters: dated });
    if (variant === null || variant.faults.length > 0) {
      const sentences = variant?.faults ?? problems.map(({ message }) => message);
      throw new DomainError('invalid', 'preview.choiceUnknown', sentences.join('；'), { fields: problems });
    }
    const program = compile(variant.requirements, sitting.facts.layout);
    const context = { ...sitting.context, parameters: variant.parameters };
    return { ...this.judge({ ...sitting, program, context }), topics: variant.topics };
  }

  /** A plain value holds on every day on which the standard has one. */
  private onAllDays(id: string, value: number): Readonly<Record<string, number>> {
    return Object.fromEntries(Object.keys(this.standard.parameters[id] ?? {}).map((day) => [day, value] as const));
  }

  private judge(sitting: Sitting): Judged & { readonly sitting: Sitting } {
    return { sitting, program: sitting.program, board: this.judging.board(sitting) };
  }

  private rollup({ sitting, program, board }: Side): Rollup {
    const { parameters, asOf } = sitting.context;
    const everywhere = new Set(sitting.facts.layout.units.keys());
    return rollUp(program, board, everywhere, {
      implied: sitting.settings.implied,
      mostPercent: numberAt(parameters.most_percent ?? {}, asOf) ?? this.rollups.mostPercent(sitting.asOf),
      clauses: this.rollups.outline.clauses,
    });
  }

  private lines(pairs: readonly Pair[], before: Side, after: Side): PreviewDto['turned'] {
    const { facts, units } = before.sitting;
    return pairs.map((pair) => {
      const unit = facts.layout.units[pair.unit]?.code ?? '';
      return {
        requirementId: pair.requirement,
        title: this.standard.requirement(pair.requirement)?.requirement.title ?? pair.requirement,
        unitCode: unit,
        unitName: units.displayName(unit),
        before: OUTCOMES[outcomeAt(before, pair.before)] ?? 'notApplicable',
        after: OUTCOMES[outcomeAt(after, pair.after)] ?? 'notApplicable',
        sentenceBefore: this.sentence(before, pair.requirement, pair.before),
        sentenceAfter: this.sentence(after, pair.requirement, pair.after),
      };
    });
  }

  private sentence({ topics, board, sitting }: Side, id: string, cell: number | null): string {
    const requirement = topics
      .flatMap((topic) => topic.clauses.flatMap((clause) => clause.requirements))
      .find((one) => one.id === id);
    if (requirement === undefined || cell === null) return '按这样的读法，不要求这个单位做到这一点。';
    return this.sentences.of(requirement, verdictAt(board, cell), sitting.asOf);
  }
}

function readinessOf({ readiness }: Rollup, { settings }: Sitting): PreviewDto['readiness']['before'] {
  const band = settings.campaignStart === null ? 'notJudged' : readiness.band;
  return {
    met: readiness.met,
    total: readiness.total,
    counts: [...readiness.counts],
    band,
    bandLabel: BAND_LABELS[band],
  };
}
