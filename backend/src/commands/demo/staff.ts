import { formatDay, type Day } from '../../engine/index.js';
import type { DemoRecord } from './demo.types.js';
import type { County, Village } from './county.js';
import { day } from './days.js';
import type { Home } from './homes.js';
import { staffName } from './names.js';
import { Random } from './random.js';

/** A post and who holds it one after the other. */
interface Post {
  readonly unit: string;
  readonly role: string;
  readonly fields: DemoRecord['fields'];
  /** Chance that the holder leaves during the campaign. */
  readonly leaves: number;
  /** Longest vacancy after that, days. */
  readonly gap: number;
  /** First day of the first holder; by default long before the campaign. */
  readonly since?: Day;
}

/** 儿童主任, keepers of homes, 督导员, 社工 and the people of the hotline, with their comings and goings. */
export function addStaff(county: County, homes: readonly Home[]): void {
  for (const village of county.villages) fill(county, keeperOf(village));
  for (const home of homes) fill(county, homeKeeper(home));
  for (const { unit } of county.towns) addTownStaff(county, unit.code, unit.shortName);
  addBureauStaff(county);
}

function keeperOf({ unit, manner }: Village): Post {
  const random = new Random(`keeper post ${unit.code}`);
  const full = random.chance(0.22);
  const other = random.chance(manner.missedReport / 2);
  const employment = other ? '其他兼职' : full ? '专职' : '民政协理员兼职';
  const fields = { employment, dedicated: full, workplace: '村（社区）', allowance: full ? 1200 : 300 };
  return { unit: unit.code, role: '儿童主任', fields, leaves: 0.18, gap: manner.missedReport > 0.01 ? 60 : 12 };
}

function homeKeeper({ key, host, opened }: Home): Post {
  const fields = { employment: '其他兼职', home: { key }, workplace: '村（社区）' };
  return { unit: host.unit.code, role: '儿童之家负责人', fields, leaves: 0.12, gap: 15, since: opened };
}

function addTownStaff(county: County, unit: string, name: string): void {
  const workplace = '镇（街道）';
  const dedicated = name !== '张家坡镇';
  fill(county, {
    unit,
    role: '儿童福利督导员',
    fields: { employment: '专职', dedicated, workplace },
    leaves: name === '燕崖镇' ? 1 : 0,
    gap: 20,
  });
  if (name === '中庄镇') return;
  const source = name.endsWith('街道') ? '设立社会工作站' : '购买社会组织服务';
  const fields = { employment: '专职', dedicated: true, workplace, source };
  if (name === '大张庄镇') leaveLately(county, unit, fields);
  else fill(county, { unit, role: '儿童社工', fields, leaves: 0.2, gap: 10 });
}

/** A post that fell vacant inside the days of tolerance. */
function leaveLately({ book, last }: County, unit: string, fields: DemoRecord['fields']): void {
  const from = day('2025-03-03');
  const name = staffName(new Random(`social worker ${unit}`));
  const end = formatDay(last - 12);
  const all = { role: '儿童社工', name, start_on: formatDay(from), end_on: end, ...fields };
  book.add({ type: 'staff', unit, day: from, fields: all, evidence: ['appoint'] });
}

function addBureauStaff(county: County): void {
  const unit = county.code('县民政局');
  const worker = { employment: '专职', dedicated: true, source: '购买社会组织服务' };
  for (const workplace of ['县民政局', '未成年人保护中心', '儿童福利机构']) {
    fill(county, { unit, role: '儿童社工', fields: { ...worker, workplace }, leaves: 0, gap: 0 });
  }
  for (let n = 0; n < 4; n += 1) {
    const fields = { employment: '专职', dedicated: true, workplace: '未成年人保护中心', allowance: 800 + 50 * n };
    fill(county, { unit, role: '热线值守员', fields, leaves: 0, gap: 0 });
  }
}

function fill({ book, start, last }: County, { unit, role, fields, leaves, gap, since }: Post): void {
  const random = new Random(`post ${unit} ${role} ${JSON.stringify(fields)}`);
  const began = since ?? day('2022-03-01') + random.whole(0, 1000);
  const left = random.chance(leaves) ? Math.max(start, began) + random.whole(60, 500) : null;
  const isGone = left !== null && left <= last;
  const add = (from: Day, until: Day | null): void => {
    const start_on = formatDay(from);
    const end_on = until === null ? null : formatDay(until);
    const all = { role, name: staffName(random), start_on, end_on, ...fields };
    book.add({ type: 'staff', unit, day: from, fields: all, evidence: ['appoint'] });
  };
  add(began, isGone ? left : null);
  if (isGone) add(left + random.whole(1, Math.max(1, gap)), null);
}
