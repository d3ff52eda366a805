import type { Rule } from '../rule.types.js';
import { countPerPeriod } from './count-per-period.js';
import { coverage } from './coverage.js';
import { documents } from './documents.js';
import { everyCaseHandled } from './every-case-handled.js';
import { facility } from './facility.js';
import { frequencyCoverage } from './frequency-coverage.js';
import { incidentFreeWindow } from './incident-free-window.js';
import type { Judge } from './kind.js';
import { ledgerCurrent } from './ledger-current.js';
import { noOpenCases } from './no-open-cases.js';
import { staffing } from './staffing.js';
import { valueCompare } from './value-compare.js';

/** The closed set of kinds. */
export function judgeOf(rule: Rule): Judge {
  switch (rule.kind) {
    case 'documents':
      return documents(rule);
    case 'count_per_period':
      return countPerPeriod(rule);
    case 'frequency_coverage':
      return frequencyCoverage(rule);
    case 'staffing':
      return staffing(rule);
    case 'facility':
      return facility(rule);
    case 'coverage':
      return coverage(rule);
    case 'value_compare':
      return valueCompare(rule);
    case 'every_case_handled':
      return everyCaseHandled(rule);
    case 'ledger_current':
      return ledgerCurrent(rule);
    case 'incident_free_window':
      return incidentFreeWindow(rule);
    case 'no_open_cases':
      return noOpenCases(rule);
  }
}
