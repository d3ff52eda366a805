/** The task table with its requirements, as the server tells it. */

export interface RequirementNumber {
  name: string;
  unit: string;
  /** Verbatim word of the clause; null: a declared default. */
  says: string | null;
  value: number | null;
  use?: string | null;
}

export interface Requirement {
  id: string;
  title: string;
  basis: string[];
  subjects: string[];
  subjectText?: string;
  dataOwner: string;
  strength: 'explicit' | 'implied';
  cap: 'none' | 'atRisk';
  kind: string;
  kindLabel: string;
  period: string;
  numbers: RequirementNumber[];
  evidence: { type: string; name: string }[];
  ruleText: string;
  recordTypes: string[];
  selfReported: boolean;
  note: string | null;
  examples: { title: string; asOf: string; outcome: string }[];
}

export interface Reading {
  id: string;
  question: string;
  options: string[];
  default: number;
  note?: string | null;
  reason?: string | null;
}

export interface Clause {
  id: string;
  mark: string;
  text: string;
  veto: boolean;
  readings: Reading[];
  requirements: Requirement[];
}

export interface Responsibility {
  cell: 'own' | 'continued';
  continuedFrom?: string | null;
  lead: string[];
  responsible: string[];
  printed: string;
}

export interface Topic {
  name: string;
  order: number;
  project: string;
  printedTopic: string | null;
  responsibility: Responsibility;
  clauses: Clause[];
}

export interface Standard {
  id: string;
  title: string;
  version: string;
  hash: string;
  projects: { name: string; topics: Topic[] }[];
  printedTitle?: string[];
  printedColumns?: string[];
  parameters: {
    id: string;
    label: string;
    unit: string;
    meaning: string;
    value?: number | null;
    reason?: string | null;
  }[];
  evidenceTypes: { id: string; label: string; hint?: string | null }[];
}
