import type { VetoState } from '../../api';

/** What the state of the three veto clauses together means. */
export function vetoHeadline(state: VetoState | null): string {
  switch (state) {
    case 'triggered':
      return '一票否决已触发，其他各条再好也不能通过';
    case 'atRisk':
      return '一票否决有风险，按期办结就不会触发';
    case 'unproven':
      return '一票否决待证明，报表或声明还没交齐';
    case null:
      return '一票否决还没开始判定';
    case 'clear':
      return '一票否决各条安全';
  }
}
