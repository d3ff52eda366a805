import type { Readiness } from '../../api';
import { countOf } from '../../shared/outcomes';

/** Would the county pass on that day? One sentence for each band. */
export function readinessSentence({ band, counts, total }: Pick<Readiness, 'band' | 'counts' | 'total'>): string {
  const gaps = countOf(counts, 'unmet') + countOf(counts, 'noData');
  switch (band) {
    case 'notJudged':
      return '还没有创建工作启动日，系统没有开始判定。';
    case 'vetoTriggered':
      return '若当天迎检，不能通过：有一票否决情形。';
    case 'unproven':
      return gaps > 0
        ? `若当天迎检，还过不了：一票否决各条还没证明，另有 ${gaps} 条未达标或无数据。`
        : '若当天迎检，还过不了：一票否决各条还没证明。';
    case 'gaps':
      return `若当天迎检，还过不了：有 ${gaps} 条未达标或无数据。`;
    case 'nearlyReady':
      return '若当天迎检，基本具备条件，还有预警要消除。';
    case 'onTrack':
      return `到期的都已达标，还有 ${countOf(counts, 'notDue')} 条没到期。`;
    case 'ready':
      return `${total} 条全部达标，可以迎检。`;
  }
}
