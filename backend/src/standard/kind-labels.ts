import type { Kind } from '../engine/index.js';

/** The kinds of rules in Chinese words. */
export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  documents: '文件齐备',
  count_per_period: '按期次数',
  frequency_coverage: '每周频次',
  staffing: '人员配备',
  facility: '场所机构',
  coverage: '覆盖率',
  value_compare: '数值对比',
  every_case_handled: '逐案办理',
  ledger_current: '台账更新',
  incident_free_window: '期内无极端事件',
  no_open_cases: '无未解决问题',
};
