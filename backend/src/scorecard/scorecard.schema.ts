import { z } from 'zod';
import { OUTCOMES, VETO_STATES } from '../engine/index.js';

const outcome = z.enum(OUTCOMES);
/** Six numbers in the order of `outcomes`. */
const counts = z.array(z.int()).length(OUTCOMES.length).describe('met, atRisk, unmet, noData, notDue, notApplicable');
const amount = z.number().nullable();
const day = z.string().nullable();

const cells = z
  .object({
    requirement: z.array(z.int()).describe('index into requirements'),
    unit: z.array(z.int()).describe('index into units'),
    outcome: z.array(z.int()).describe('index into outcomes'),
    reason: z.array(z.int()).describe('index into reasons'),
    measured: z.array(amount),
    of: z.array(amount).describe('the whole that measured is a part of; null where a plain count is compared'),
    required: z.array(amount),
    due: z.array(z.int().nullable()).describe('index into days'),
  })
  .describe('One cell (requirement, unit) a row; all columns have the same length')
  .meta({ id: 'ScorecardCells' });

const clauseRow = z
  .object({ id: z.string(), outcome, counts, sentence: z.string() })
  .describe('counts are of the requirements of the clause')
  .meta({ id: 'ScorecardClause' });

const rollup = z
  .object({
    requirements: z.array(z.object({ id: z.string(), outcome, counts })),
    clauses: z.array(clauseRow),
    topics: z.array(z.object({ name: z.string(), outcome, counts })).describe('counts are of clauses'),
    projects: z.array(z.object({ name: z.string(), counts })).describe('counts are of clauses'),
    readiness: z.object({
      met: z.int(),
      total: z.int(),
      counts,
      band: z.enum(['notJudged', 'vetoTriggered', 'unproven', 'gaps', 'nearlyReady', 'onTrack', 'ready']),
      bandLabel: z.string(),
      partialPercent: z.int().nullable().describe('mean partial fulfilment, cut down; null when nothing is due'),
    }),
    veto: z.object({
      state: z.enum(VETO_STATES).nullable(),
      stateLabel: z.string(),
      clauses: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          state: z.enum(VETO_STATES).nullable(),
          stateLabel: z.string(),
          sentence: z.string(),
        }),
      ),
    }),
  })
  .meta({ id: 'ScorecardRollup' });

const heatCell = z
  .object({ topic: z.string(), outcome, met: z.int(), due: z.int(), counts })
  .describe('counts are of the cells of the unit and what lies below it; met of due is the fraction shown')
  .meta({ id: 'HeatCell' });

const heatMap = z
  .object({
    topics: z.array(z.string()),
    rows: z.array(z.object({ unitCode: z.string(), name: z.string(), kind: z.string(), cells: z.array(heatCell) })),
  })
  .meta({ id: 'HeatMap' });

export const scorecardSchema = z
  .object({
    unitCode: z.string(),
    unitName: z.string(),
    asOf: z.string(),
    sequence: z.int(),
    standardVersion: z.string(),
    campaignStart: day,
    inspectionDay: day,
    daysToInspection: z.int().nullable(),
    outcomes: z.array(z.string()),
    reasons: z.array(z.string()),
    days: z.array(z.string()),
    requirements: z.array(z.string()),
    units: z.array(z.string()),
    cells,
    rollup,
    heatMap,
  })
  .meta({ id: 'Scorecard' });

const recordLine = z
  .object({
    id: z.int(),
    type: z.string(),
    typeLabel: z.string(),
    title: z.string(),
    day: z.string(),
    unitName: z.string(),
    state: z.string(),
  })
  .meta({ id: 'CellRecord' });

export const cellExplanationSchema = z
  .object({
    requirementId: z.string(),
    title: z.string(),
    strength: z.enum(['explicit', 'implied']),
    selfReported: z.boolean(),
    clauseId: z.string(),
    clauseText: z.string(),
    basis: z.array(z.string()),
    unitCode: z.string(),
    unitName: z.string(),
    asOf: z.string(),
    outcome,
    outcomeLabel: z.string(),
    reason: z.string(),
    measured: amount,
    of: amount,
    required: amount,
    shortfall: amount,
    from: day,
    to: day,
    due: day,
    sentence: z.string(),
    ruleText: z.string(),
    numbers: z.array(
      z.object({
        name: z.string(),
        value: amount,
        unit: z.string(),
        says: z.string().nullable(),
        use: z.string().nullable(),
      }),
    ),
    other: z.object({ outcome, sentence: z.string(), from: day, to: day }).nullable(),
    counted: z.array(recordLine),
    countedTotal: z.int(),
    notCounted: z.array(
      recordLine.extend({ reason: z.string(), reasonLabel: z.string() }).meta({ id: 'CellRecordLeftOut' }),
    ),
    notCountedTotal: z.int(),
    missing: z.array(z.string()),
    parts: z.array(z.object({ label: z.string(), outcome, measured: amount, of: amount })),
    notes: z.array(z.string()),
    dueBy: day,
    owner: z.string(),
    action: z
      .object({
        recordType: z.string(),
        unitCode: z.string(),
        label: z.string(),
        prefill: z.record(z.string(), z.unknown()),
      })
      .nullable(),
  })
  .meta({ id: 'CellExplanation' });

const clauseLine = z
  .object({
    clauseId: z.string(),
    topic: z.string(),
    text: z.string(),
    outcome,
    sentence: z.string(),
    met: z.int(),
    due: z.int(),
  })
  .meta({ id: 'ClauseLine' });

export const unitProgressSchema = z
  .object({
    unitCode: z.string(),
    name: z.string(),
    asOf: z.string(),
    lead: z.array(clauseLine),
    own: z.array(
      z.object({
        requirementId: z.string(),
        title: z.string(),
        clauseId: z.string(),
        topic: z.string(),
        outcome,
        counts,
        met: z.int(),
        due: z.int(),
        sentence: z.string(),
        subjects: z.int(),
      }),
    ),
    support: z.array(clauseLine.extend({ supplied: z.int() }).meta({ id: 'SupportLine' })),
  })
  .meta({ id: 'UnitProgress' });

export type ScorecardDto = z.infer<typeof scorecardSchema>;
export type CellExplanationDto = z.infer<typeof cellExplanationSchema>;
export type UnitProgressDto = z.infer<typeof unitProgressSchema>;
