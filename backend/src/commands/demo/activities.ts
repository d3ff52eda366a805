import { formatDay, isoMonday, type Day, type WorkCalendar } from '../../engine/index.js';
import { type County, reports } from './county.js';
import type { Home } from './homes.js';
import { staffName } from './names.js';
import { Random } from './random.js';

const KINDS = ['课业辅导', '课业辅导', '文体活动', '文体活动', '安全教育', '心理关爱', '亲情连线', '主题活动'] as const;
/** Saturday and Sunday first, then the afternoons after school. */
const DAYS = [5, 6, 2, 4, 1, 3] as const;
const TIMES = ['09:00', '09:30', '14:00', '14:30', '16:00'] as const;
const TOPICS = ['儿童保护理念', '亲子沟通', '其他家庭教育'] as const;

/** Months of the trainings for families. */
const FIRST_YEAR = [6, 8, 10, 11] as const;
const NEW_HOME = [9, 10, 11, 12] as const;
const LATER_YEARS = { early: [3, 5, 8, 10], late: [3, 6, 9, 11] } as const;

/** What goes on in the homes week by week, and the trainings for families. */
export function addActivities(county: County, homes: readonly Home[]): void {
  for (const home of homes) {
    const random = new Random(`activity ${home.key}`);
    const leaders = [staffName(random), staffName(random)];
    const first = isoMonday(Math.max(county.start, home.opened) + 6);
    for (let monday = first; monday <= county.last; monday += 7) {
      const times = timesInWeek(home, monday, county.book.calendar, random);
      for (let n = 0; n < times; n += 1) addActivity(county, home, monday + (DAYS[n] ?? 0), leaders, random);
    }
    addFamilyTrainings(county, home, random);
  }
}

/** Two or three a week, four or five in the school holidays; a regional home half of that; none in the Spring Festival. */
function timesInWeek(home: Home, monday: Day, calendar: WorkCalendar, random: Random): number {
  const festival = [0, 1, 2, 3, 4, 5, 6].some((n) => calendar.springFestival.has(monday + n));
  const missed = random.chance(home.host.manner.missedWeek);
  const extra = (random.chance(0.5) ? 1 : 0) + (isSchoolHoliday(monday) ? 2 : 0);
  if (festival || !reports(home.host, monday + 6)) return 0;
  if (home.regional) return missed ? 0 : 1 + Math.ceil(extra / 2);
  return missed ? 1 : 2 + extra;
}

/** July and August, and the weeks around the Spring Festival. */
function isSchoolHoliday(monday: Day): boolean {
  const date = formatDay(monday).slice(5);
  return (date >= '07-01' && date < '08-29') || (date >= '01-22' && date < '02-28');
}

function addActivity({ book }: County, home: Home, on: Day, leaders: readonly string[], random: Random): void {
  book.add({
    type: 'activity',
    unit: home.host.unit.code,
    day: on,
    fields: {
      home: { key: home.key },
      date: formatDay(on),
      start_time: random.pick(TIMES),
      minutes: random.whole(3, 8) * 15,
      activity_kind: random.pick(KINDS),
      participants: random.whole(6, Math.min(45, 10 + Math.floor(home.host.children / 5))),
      leader: leaders[random.whole(0, 1)] ?? '',
    },
    evidence: random.chance(0.1) ? ['photo'] : [],
    after: random.whole(0, 2),
    review: random.whole(home.host.manner.review[0], home.host.manner.review[1]),
  });
}

/** Four a year, also in the year of the start: its last three in autumn and winter. */
function addFamilyTrainings({ book, start: first, last }: County, home: Home, random: Random): void {
  const { manner, unit } = home.host;
  const diligent = manner.missedWeek < 0.001;
  for (let year = 2025; `${year}-01-01` <= formatDay(last); year += 1) {
    const months =
      year > 2025 ? (diligent ? LATER_YEARS.early : LATER_YEARS.late) : home.opened > first ? NEW_HOME : FIRST_YEAR;
    for (const [n, month] of months.entries()) {
      const on = isoMonday(Math.max(first, homeDay(year, month, random))) + 5;
      const skipped = random.chance(manner.missedReport * 1.5);
      if (skipped || !reports(home.host, on) || on < home.opened) continue;
      book.add({
        type: 'family_training',
        unit: unit.code,
        day: on,
        fields: {
          home: { key: home.key },
          date: formatDay(on),
          topic: TOPICS[n % 3] ?? TOPICS[0],
          families: random.whole(8, 40),
          lecturer: staffName(random),
        },
        evidence: random.chance(0.4) ? ['signin', 'photo'] : ['signin'],
      });
    }
  }
}

function homeDay(year: number, month: number, random: Random): Day {
  return Math.floor(Date.UTC(year, month - 1, random.whole(3, 20)) / 86_400_000);
}
