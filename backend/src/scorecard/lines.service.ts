import { Inject, Injectable } from '@nestjs/common';
import type { Board, Outcome, Rollup, Verdict } from '../engine/index.js';
import { type PlacedRequirement, StandardService } from '../standard/standard.service.js';
import { partInWords } from './clause-sentence.js';
import type { Sitting } from './judging.service.js';
import { MissingService } from './missing.service.js';
import { cellsPerRequirement } from './requirement-lines.js';
import { SentenceService } from './sentence/sentence.service.js';

/** One requirement over the units looked at, with its words. */
export interface RequirementLine {
  readonly placed: PlacedRequirement;
  readonly outcome: Outcome;
  /** Cells by outcome. */
  readonly counts: readonly number[];
  readonly subjects: number;
  readonly sentence: string;
  /** Verdict of the only unit judged; null when there are several. */
  readonly verdict: Verdict | null;
  /** Names of the units that are due and not met, in list order. */
  readonly lacking: readonly string[];
  /** Earliest open due day, `YYYY-MM-DD`. */
  readonly due: string | null;
}

/** Requirements in the order of the table with the sentence that page, workbook and API share. */
@Injectable()
export class LinesService {
  constructor(
    private readonly sentences: SentenceService,
    private readonly missing: MissingService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** Lines of all requirements that have a cell inside the mask. The sentence of a single cell names what is missing, as its own page does. */
  of(rollup: Rollup, mask: Uint8Array, sitting: Sitting, board: Board): readonly RequirementLine[] {
    const { program, facts, book, asOf } = sitting;
    const codeOf = (unit: number): string => facts.layout.units[unit]?.code ?? '';
    const cells = cellsPerRequirement(board, mask, program.requirements.length);
    return rollup.requirements.flatMap(({ id, outcome, counts }) => {
      const placed = this.standard.requirement(id);
      const own = cells[program.byId.get(id)?.index ?? -1];
      const subjects = counts.reduce((sum, count) => sum + count, 0);
      if (placed === null || own === undefined || subjects === 0) return [];
      const missing = own.unit !== null ? this.missing.of(sitting, id, codeOf(own.unit)) : [];
      const single = own.single === null ? null : this.sentences.of(placed.requirement, own.single, asOf, missing);
      const sentence = partInWords({ title: placed.requirement.title, outcome, counts, single });
      const lacking = own.lacking.map((unit) => book.displayName(codeOf(unit), asOf));
      return [{ placed, outcome, counts, subjects, sentence, verdict: own.single, lacking, due: own.due }];
    });
  }
}
