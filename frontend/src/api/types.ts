/**
 * What the server says and takes. Features import these names from `api`, never the generated file.
 * Days are `YYYY-MM-DD` text; instants are UTC.
 */
import type { Counts, Outcome, VetoState } from '../shared/outcomes';

import type { RequirementNumber } from './standard.types';

export type { Counts, Outcome, VetoState };
export type UnitKind = 'county' | 'bureau' | 'town' | 'street' | 'village' | 'community';
export type ReviewState = 'pending' | 'approved' | 'returned' | 'withdrawn';

export interface Session {
  username: string;
  displayName: string;
  /** The one-time password has to be changed before anything else. */
  mustChangePassword: boolean;
  idleMinutes?: number;
}

export interface Settings {
  campaignStart: string | null;
  inspectionDay: string | null;
  /** Implied requirements count toward their clause. */
  implied: boolean;
  countyName: string;
  /** Today in business time. */
  today: string;
}
export type SettingsChange = Partial<Pick<Settings, 'campaignStart' | 'inspectionDay' | 'implied' | 'countyName'>>;

export interface Unit {
  code: string;
  name: string;
  shortName: string;
  displayName: string;
  kind: UnitKind;
  parentCode: string | null;
}

export interface Labelled {
  id: string;
  label: string;
}

export interface RollupClause {
  id: string;
  outcome: Outcome;
  /** Counts of its requirements. */
  counts: Counts;
  sentence: string;
}

export interface VetoClause {
  id: string;
  text?: string;
  /** Null while nothing is judged. */
  state: VetoState | null;
  stateLabel: string;
  sentence: string;
}

export interface Readiness {
  met: number;
  total: number;
  counts: Counts;
  band: string;
  bandLabel: string;
  partialPercent: number | null;
}

/** `met` of `due` and the counts are of the cells of the unit and of what lies below it. */
export interface HeatCell {
  outcome: Outcome;
  met: number;
  due: number;
  counts: Counts;
}

export interface HeatRow {
  unitCode: string;
  name: string;
  kind: string;
  /** One for each topic, in the order of the topics. */
  cells: HeatCell[];
}

/** All cells of a subtree, column by column; row i of every column is one cell. Indices point into the dictionaries. */
export interface ScorecardCells {
  requirement: number[];
  unit: number[];
  outcome: number[];
  reason: number[];
  measured: (number | null)[];
  of: (number | null)[];
  required: (number | null)[];
  due: (number | null)[];
}

export interface Scorecard {
  unitCode: string;
  unitName?: string;
  asOf: string;
  sequence: number;
  standardVersion: string;
  campaignStart: string | null;
  inspectionDay: string | null;
  daysToInspection: number | null;
  /** The six outcomes in the order of the indices. */
  outcomes: string[];
  reasons: string[];
  days: string[];
  requirements: string[];
  units: string[];
  cells: ScorecardCells;
  rollup: {
    requirements: { id: string; outcome: Outcome; counts: Counts }[];
    clauses: RollupClause[];
    topics: { name: string; counts: Counts; outcome: Outcome }[];
    projects: { name: string; counts: Counts }[];
    readiness: Readiness;
    veto: { state: VetoState | null; stateLabel: string; clauses: VetoClause[] };
  };
  heatMap: { rows: HeatRow[]; topics: string[] };
}

export interface CountedRecord {
  id: number;
  type: string;
  typeLabel: string;
  title: string;
  day: string | null;
  unitName: string;
  state: string;
}

export interface NotCountedRecord extends CountedRecord {
  reason: string;
  reasonLabel: string;
}

export interface CellAction {
  recordType: string;
  unitCode: string;
  prefill: Record<string, unknown>;
  label: string;
}

export interface CellExplanation {
  requirementId: string;
  title: string;
  strength?: 'explicit' | 'implied';
  selfReported?: boolean;
  clauseId: string;
  clauseText: string;
  basis: string[];
  unitCode: string;
  unitName: string;
  asOf: string;
  outcome: Outcome;
  outcomeLabel: string;
  reason: string;
  measured: number | null;
  of: number | null;
  required: number | null;
  shortfall: number | null;
  from: string | null;
  to: string | null;
  due: string | null;
  sentence: string;
  ruleText: string;
  numbers: RequirementNumber[];
  other: { outcome: Outcome; sentence: string; from: string | null; to: string | null } | null;
  counted: CountedRecord[];
  countedTotal: number;
  notCounted: NotCountedRecord[];
  notCountedTotal?: number;
  missing: string[];
  parts: { label: string; outcome: Outcome; measured: number | null; of: number | null }[];
  dueBy: string | null;
  owner: string;
  action: CellAction | null;
}
