import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { JudgingService, LinesService, RollupService } from '../../scorecard/index.js';
import { StandardService } from '../../standard/standard.service.js';
import { writeWorkbook } from '../../workbook/index.js';
import { bodyOf, COLUMNS, countsInWords, type ClauseRows } from './sheet.js';

export interface Report {
  /** File name with its ending, Chinese. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** 任务分解完成情况表: the county's table in its own layout with the state of every clause and requirement on a day. */
@Injectable()
export class TaskCompletionService {
  constructor(
    private readonly judging: JudgingService,
    private readonly rollups: RollupService,
    private readonly requirements: LinesService,
    private readonly clock: Clock,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** `asOf` null: today. @throws DomainError scorecard.dayUnknown */
  async workbook(asOf: string | null): Promise<Report> {
    const sitting = await this.judging.sit(asOf);
    const board = this.judging.board(sitting);
    const county = sitting.units.county?.code ?? '';
    const mask = this.rollups.mask(county, sitting);
    const rollup = this.rollups.counts(mask, sitting, board);
    const lines = this.requirements.of(rollup, mask, sitting, board);
    const answer = this.rollups.of(county, sitting, board);
    const clauses: ClauseRows[] = this.rollups.outline.topics.flatMap((topic) =>
      topic.clauses.map(({ id, mark, text }) => {
        const row = answer.clauses.find((one) => one.id === id);
        const own = lines.filter(({ placed }) => placed.clause.id === id);
        const counted = own.map((line) => ({
          ...line,
          counted: this.rollups.counted(line.placed.requirement.id, sitting),
        }));
        return { topic, id, mark, text, outcome: row?.outcome ?? 'noData', counts: row?.counts ?? [], lines: counted };
      }),
    );
    const { readiness, veto } = answer;
    const notes = [
      `考核基准日：${sitting.asOf}｜条款达标 ${readiness.met}/${readiness.total}（${readiness.bandLabel}）｜一票否决：${veto.stateLabel}`,
      `条款状态：${countsInWords(readiness.counts)}`,
    ];
    const { title } = this.standard.standard;
    const footer = `${title}完成情况 考核基准日 ${sitting.asOf} 编号 ${sitting.sequence}`;
    const sheet = {
      name: '任务分解完成情况表',
      title: `${title}完成情况`,
      notes,
      columns: COLUMNS,
      ...bodyOf(clauses),
      footer,
    };
    const bytes = await writeWorkbook([sheet], new Date(this.clock.millis()));
    return { name: `任务分解完成情况表-${sitting.asOf}.xlsx`, bytes };
  }
}
