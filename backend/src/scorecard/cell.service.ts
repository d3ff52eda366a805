import { Inject, Injectable } from '@nestjs/common';
import { explain, formatDay, type Explanation, type NotCountedReason, type Verdict } from '../engine/index.js';
import { RecordReaderService } from '../records/index.js';
import { type PlacedRequirement, StandardService } from '../standard/standard.service.js';
import { ownerOn } from './owner-on.js';
import { actionFor } from './cell-action.js';
import { JudgingService, type Sitting } from './judging.service.js';
import { MissingService } from './missing.service.js';
import { expectUnit } from './expect-unit.js';
import { cellUnknown } from './scorecard.errors.js';
import type { CellExplanationDto } from './scorecard.schema.js';
import { SentenceService } from './sentence/sentence.service.js';
import { OUTCOME_LABELS } from './sentence/words.js';

/** Records shown with a cell, newest first; the totals are always said. */
const SHOWN = 50;

const NOT_COUNTED_LABELS: Readonly<Record<NotCountedReason, string>> = {
  waitingForReview: '等待审核',
  returned: '已退回',
  outsidePeriod: '不在本期',
  afterAsOf: '晚于考核基准日',
  conditionNotMet: '不符合条件',
  evidenceMissing: '缺少佐证材料',
  notInForce: '当日未生效或已失效',
};

type RecordLine = CellExplanationDto['counted'][number];

/** One cell in full: numbers, records, words. */
@Injectable()
export class CellService {
  constructor(
    private readonly judging: JudgingService,
    private readonly sentences: SentenceService,
    private readonly missing: MissingService,
    private readonly records: RecordReaderService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** @throws DomainError scorecard.unitUnknown, scorecard.unitAbsent, scorecard.cellUnknown, scorecard.dayUnknown */
  async explain(unitCode: string, requirementId: string, asOf: string | null): Promise<CellExplanationDto> {
    const placed = this.standard.requirement(requirementId);
    const sitting = await this.judging.sit(asOf);
    expectUnit(sitting, unitCode);
    const { program, facts, context } = sitting;
    const explanation = placed === null ? null : explain(program, facts, context, requirementId, unitCode);
    if (placed === null || explanation === null) throw cellUnknown(requirementId, unitCode);
    return {
      ...this.place(placed, unitCode, sitting),
      ...this.judgement(placed, explanation, sitting),
      ...(await this.recordsOf(explanation, sitting)),
      action: actionFor(placed.requirement, explanation, unitCode, (type) => this.standard.recordType(type)),
    };
  }

  private place({ clause, requirement }: PlacedRequirement, unitCode: string, sitting: Sitting) {
    const { asOf, units } = sitting;
    return {
      requirementId: requirement.id,
      title: requirement.title,
      strength: requirement.strength,
      selfReported: requirement.selfReported,
      clauseId: clause.id,
      clauseText: clause.text,
      basis: [...requirement.basis],
      unitCode,
      unitName: units.displayName(unitCode),
      asOf,
      ruleText: this.standard.ruleText(requirement, asOf),
      numbers: Object.entries(requirement.numbers).map(([name, { unit, says, use }]) => ({
        name,
        value: this.standard.numberOn(requirement, name, asOf),
        unit,
        says,
        use: use ?? null,
      })),
      owner: ownerOn(requirement.dataOwner, sitting),
    };
  }

  private judgement({ requirement }: PlacedRequirement, explanation: Explanation, sitting: Sitting) {
    const { asOf } = sitting;
    const { verdict, other, parts } = explanation;
    const missing = this.missing.inWords(explanation.missing, sitting);
    const due = dayOf(verdict.due);
    return {
      outcome: verdict.outcome,
      outcomeLabel: OUTCOME_LABELS[verdict.outcome],
      reason: verdict.reason,
      measured: verdict.measured,
      of: verdict.of,
      required: verdict.required,
      shortfall: verdict.shortfall,
      from: dayOf(verdict.from),
      to: dayOf(verdict.to),
      due,
      dueBy: verdict.reason === 'overdue' ? null : due,
      sentence: this.sentences.of(requirement, verdict, asOf, missing),
      other: other === null ? null : this.otherPeriod(requirement, other, asOf),
      missing,
      parts: parts.map((part) => ({ ...part })),
      notes: notesOf(requirement, explanation),
    };
  }

  private otherPeriod(requirement: PlacedRequirement['requirement'], verdict: Verdict, asOf: string) {
    const sentence = this.sentences.of(requirement, verdict, asOf);
    return { outcome: verdict.outcome, sentence, from: dayOf(verdict.from), to: dayOf(verdict.to) };
  }

  private async recordsOf(explanation: Explanation, sitting: Sitting) {
    const { counted, notCounted } = explanation;
    const leftOut = notCounted.slice(0, SHOWN);
    const lines = await this.lines([...counted.slice(0, SHOWN), ...leftOut.map(({ id }) => id)], sitting);
    return {
      counted: counted.slice(0, SHOWN).flatMap((id) => lines.get(id) ?? []),
      countedTotal: counted.length,
      notCounted: leftOut.flatMap(({ id, reason, field }) => {
        const line = lines.get(id);
        return line === undefined ? [] : [{ ...line, reason, reasonLabel: this.reasonLabel(line.type, reason, field) }];
      }),
      notCountedTotal: notCounted.length,
    };
  }

  /** 不符合条件 names the field that decides, as it is called on the form. */
  private reasonLabel(type: string, reason: NotCountedReason, field: string | null): string {
    const label = NOT_COUNTED_LABELS[reason];
    const at = this.standard.recordType(type)?.fields.find(({ id }) => id === field);
    return reason === 'conditionNotMet' && at !== undefined ? `${label}：${at.label}` : label;
  }

  private async lines(ids: readonly number[], { book, asOf }: Sitting): Promise<ReadonlyMap<number, RecordLine>> {
    const items = await this.records.items(ids);
    return new Map(
      items.map(({ id, type, title, day, unitCode, state }) => {
        const typeLabel = this.standard.recordType(type)?.label ?? type;
        return [id, { id, type, typeLabel, title, day, unitName: book.displayName(unitCode, asOf), state }];
      }),
    );
  }
}

/** What has to be known to read the judgement rightly. */
function notesOf({ rule }: PlacedRequirement['requirement'], { unknownYears }: Explanation): string[] {
  if (unknownYears.length === 0) return [];
  const exempted = rule.kind === 'frequency_coverage' ? '，未豁免春节周' : '';
  return [`${unknownYears.join('、')} 年放假安排尚未录入，暂按周末计算工作日${exempted}`];
}

function dayOf(day: number | null): string | null {
  return day === null ? null : formatDay(day);
}
