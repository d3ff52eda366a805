import type { Day } from '../../engine/index.js';
import { instantDay } from '../../engine/index.js';
import type { CaseBook } from './case-book.js';
import type { County } from './county.js';
import { workdayFrom } from './days.js';
import { Random } from './random.js';
import { instantText } from './record-book.js';

const CATEGORIES = ['家庭经济困难', '家庭经济困难', '家庭监护缺失', '家庭监护不当', '其他'] as const;
const DAY = 1440;

/** Calls to the hotline: written down at once, assessed within a day, referred within five workdays; a few later. */
export function addCalls(county: County, cases: CaseBook): void {
  const random = new Random('hotline');
  let number = 0;
  for (let on = county.start; on <= county.last; on += 1) {
    for (let n = random.whole(0, 4); n > 1; n -= 1) {
      number += 1;
      addCall(county, cases, on, number, random);
    }
  }
}

function addCall(county: County, cases: CaseBook, on: Day, number: number, random: Random): void {
  const { book, last, today, towns, code } = county;
  const received = random.whole(480, 1290);
  const assessed =
    received + (on < today - 10 && random.chance(0.012) ? random.whole(1500, 2500) : random.whole(60, 1300));
  const referred = workdayFrom(on + random.whole(2, 4), book.calendar) * DAY - on * DAY + random.whole(520, 1000);
  const town = towns[random.whole(0, towns.length - 1)]?.unit.code ?? '';
  const done = (minutes: number): boolean => instantDay(on * DAY + minutes) <= last;
  const at = (field: string, minutes: number): object => (done(minutes) ? { [field]: instantText(on, minutes) } : {});
  const month = instantText(on, 0).slice(0, 7);
  const unit = code('县民政局');
  const fields = {
    no: `RX-${month.replace('-', '')}-${String(number).padStart(4, '0')}`,
    received_at: instantText(on, received),
    category: random.pick(CATEGORIES),
    town,
    recorded_at: instantText(on, received + random.whole(2, 70)),
    ...at('assessed_at', assessed),
    ...(done(referred) ? { referred_to: town } : {}),
    ...at('referred_at', referred),
    ...at('closed_at', referred + random.whole(60, 4000)),
  };
  if (
    book.add({
      type: 'hotline_call',
      unit,
      day: on,
      after: random.whole(0, 1),
      review: 1,
      fields,
      evidence: ['ledger'],
    })
  ) {
    cases.months.add(`${unit} 热线工单 ${month}`);
  }
}
