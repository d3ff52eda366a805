/**
 * What the server says and takes, under the names that the features use. All of it comes from the generated
 * `schema.gen.ts`, which only this folder knows. Days are `YYYY-MM-DD` text; instants are UTC.
 */
import type { Counts, Outcome, VetoState } from '../shared/outcomes';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type { Counts, Outcome, VetoState };
export type Session = Schemas['Session'];
export type Settings = Schemas['Settings'];
export type SettingsChange = Schemas['SettingsChange'];

export type Holidays = Schemas['Holidays'];
export type HolidayYear = Schemas['HolidayYear'];
export type HolidayChange = Schemas['HolidayChange'];

export type Unit = Schemas['Unit'];
export type UnitKind = Unit['kind'];

export type Standard = Schemas['Standard'];
export type Topic = Schemas['StandardTopic'];
export type Responsibility = Schemas['Responsibility'];
export type Clause = Schemas['StandardClause'];
export type Reading = Schemas['Reading'];
/** One clause with its readings, dated numbers and worked examples in full. */
export type ClauseDetail = Schemas['ClauseDetail'];
export type RequirementDetail = Schemas['RequirementDetail'];
export type ReadingDetail = Schemas['ReadingDetail'];
export type DatedNumber = Schemas['DatedNumber'];
export type WorkedExample = Schemas['WorkedExample'];
export type ExampleRecord = Schemas['ExampleRecord'];
export type Preview = Schemas['Preview'];
export type PreviewRequest = Schemas['PreviewRequest'];
export type Requirement = Schemas['StandardRequirement'];
export type RequirementNumber = Schemas['RequirementNumber'];

/** All cells of a subtree, column by column; row i of every column is one cell. Indices point into the dictionaries. */
export type Scorecard = Schemas['Scorecard'];
export type RollupClause = Schemas['ScorecardClause'];
export type Rollup = Schemas['ScorecardRollup'];
export type Readiness = Rollup['readiness'];
export type VetoClause = Rollup['veto']['clauses'][number];
export type HeatMap = Schemas['HeatMap'];
export type HeatRow = HeatMap['rows'][number];
/** `met` of `due` and the counts are of the cells of the unit and of what lies below it. */
export type HeatCell = Schemas['HeatCell'];

export type CellExplanation = Schemas['CellExplanation'];
export type CountedRecord = Schemas['CellRecord'];
export type NotCountedRecord = Schemas['CellRecordLeftOut'];
export type CellAction = NonNullable<CellExplanation['action']>;

export type ClauseLine = Schemas['ClauseLine'];
export type UnitProgress = Schemas['UnitProgress'];
export type OwnLine = UnitProgress['own'][number];
export type SupportLine = Schemas['SupportLine'];
