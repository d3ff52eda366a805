import { formatDay, type Rule } from '../../engine/index.js';
import type { SentenceInput } from './sentence.types.js';

/** The span of time that a verdict speaks of, as a word in front of its numbers; '' for standing duties. */
export function spanInWords({ requirement, verdict }: SentenceInput): string {
  const day = verdict.from === null ? null : formatDay(verdict.from);
  const year = day === null ? '' : day.slice(0, 4);
  const month = day === null ? 0 : Number(day.slice(5, 7));
  switch (requirement.rule.kind) {
    case 'ledger_current':
    case 'no_open_cases':
    case 'incident_free_window':
      return '';
    default:
  }
  switch (requirement.rule.period) {
    case 'standing':
      return '';
    case 'calendar_year':
      return day === null ? '本年' : `${year} 年`;
    case 'school_year':
      return day === null ? '本学年' : `${year}—${Number(year) + 1} 学年`;
    case 'quarter':
      return day === null ? '本季' : `${year} 年第 ${Math.ceil(month / 3)} 季度`;
    case 'month':
      return day === null || requirement.rule.kind === 'every_case_handled' ? '近 12 个月' : `${year} 年 ${month} 月`;
    case 'iso_week':
    case 'rolling_12_months':
      return requirement.rule.kind === 'frequency_coverage' ? '最近' : '近 12 个月';
  }
}

/** Type of the record whose entry would help, for "登记…". */
export function recordToEnter(rule: Rule): string {
  switch (rule.kind) {
    case 'documents':
      return 'document';
    case 'count_per_period':
    case 'frequency_coverage':
      return rule.count.record;
    case 'staffing':
      return rule.people.record;
    case 'facility':
      return rule.places.record;
    case 'coverage':
      return coverageRecord(rule);
    case 'value_compare':
    case 'ledger_current':
      return rule.of.record;
    case 'every_case_handled':
      return rule.source.type === 'cases' ? 'zero_report' : rule.source.of.record;
    case 'incident_free_window':
      return 'zero_report';
    case 'no_open_cases':
      return rule.statistic.of.record;
  }
}

function coverageRecord(rule: Extract<Rule, { kind: 'coverage' }>): string {
  const { of } = rule;
  switch (of.type) {
    case 'share':
      return of.having.linked?.of.record ?? of.among.record;
    case 'items':
      return of.sources[0]?.of.record ?? 'document';
    case 'reported':
    case 'pairs':
      return of.of.record;
    case 'ratio': {
      const measure = of.numerator;
      if ('count' in measure) return measure.count.record;
      if ('distinct' in measure) return measure.distinct.record;
      if ('sum' in measure) return measure.sum.record;
      if ('latest' in measure) return measure.latest.record;
      return 'document';
    }
  }
}
