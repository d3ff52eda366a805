import type { FactsLayout, FieldValue, UnitFact } from '../../src/engine/index.js';
import type { Dice } from './dice.js';
import { randomDay } from './random-values.js';
import { periodAround, plusDays } from './time.js';
import type { Draft } from './value-records.js';

const REGISTERS = [
  '极端事件',
  '强制报告',
  '监护干预',
  '收养',
  '收留抚养',
  '临时监护',
  '劝返复学',
  '法律援助',
  '重点个案',
  '协助申请',
  '热线工单',
  '刑事打击',
  '监护未落实',
  '无户籍',
];
const FIRST = '2022-01-01';
const LAST = '2026-03-01';

const approvedOr = (dice: Dice, waits: number): Draft['state'] =>
  dice.chance(waits) ? dice.pick(['pending', 'pending', 'returned'] as const) : 'approved';

/** How a county reports: percent of sheets left out, waiting, and of registers left off a sheet. */
export interface Habit {
  readonly gaps: number;
  readonly waits: number;
  readonly off: number;
}

export const randomHabit = (dice: Dice): Habit => ({
  gaps: dice.pick([0, 0, 0, 2, 20]),
  waits: dice.pick([0, 0, 3, 30]),
  off: dice.pick([0, 0, 1, 10]),
});

/** One sheet a month and unit with all registers, and a statement for the time before. */
export function sheets(dice: Dice, unit: UnitFact, start: string, habit: Habit): Draft[] {
  const found: Draft[] = [];
  const sheet = (fields: Record<string, FieldValue>, submittedOn: string) => {
    const registers = REGISTERS.filter(() => !dice.chance(habit.off));
    found.push({
      type: 'zero_report',
      unit: unit.code,
      fields: { ...fields, registers, signed_by: 'x', signed_on: submittedOn },
      evidence: ['zero'],
      state: approvedOr(dice, habit.waits),
      submittedOn,
    });
  };
  for (
    let month = periodAround('month', start);
    month.from < LAST;
    month = periodAround('month', plusDays(month.to, 1))
  ) {
    if (dice.chance(habit.gaps)) continue;
    const statement = dice.pick(['零报告', '零报告', '已更新']);
    const submittedOn = plusDays(month.to, dice.pick([-3, 1, 2, 4, 7, 8, 20, 22, 23, 24, 29, 30]));
    sheet({ statement, month: month.from.slice(0, 7) }, submittedOn);
  }
  if (dice.chance(90)) {
    const until = plusDays(periodAround('month', start).from, dice.pick([-1, -1, -1, -1, -1, 30, -2]));
    const from = plusDays(FIRST, dice.pick([-400, -400, -400, -31, 0, 200]));
    const submittedOn = plusDays(start, dice.pick([0, 0, 0, 3, 30]));
    sheet({ statement: '追溯说明', month: until.slice(0, 7), covers_from: from, covers_to: until }, submittedOn);
  }
  return found;
}

/** Incidents inside and just outside two years before a judged day, refuted, confirmed, under confirmation. */
export function incidents(dice: Dice, layout: FactsLayout, days: readonly string[]): Draft[] {
  const towns = layout.units.filter(({ kind }) => kind === 'town' || kind === 'street');
  const writers = layout.units.filter(({ kind }) => kind === 'town' || kind === 'street' || kind === 'bureau');
  return Array.from({ length: dice.pick([0, 0, 1, 2, 4]) }, (): Draft => {
    const judged = dice.pick(days);
    const back = dice.pick([0, 1, 729, 730, 731, 732, 400, 30, -1]);
    const occurred = plusDays(judged, -back);
    return {
      type: 'incident',
      unit: dice.pick(writers).code,
      fields: {
        occurred_on: occurred,
        town: dice.pick(towns).code,
        status: dice.pick(['在核', '认定', '认定', '排除', '排除']),
      },
      evidence: ['doc'],
      state: approvedOr(dice, 15),
      submittedOn: plusDays(occurred, dice.pick([0, 1, 30])),
    };
  });
}

/** Quarterly counts of a village: nobody, somebody found inside or outside the repair days, accepted, solved by a later sheet. */
export function childStats(dice: Dice, village: UnitFact, habit: Habit, open: number): Draft[] {
  const found: Draft[] = [];
  for (let quarter = periodAround('quarter', FIRST); quarter.from < LAST;) {
    const id = `${quarter.from.slice(0, 4)}-Q${Math.ceil(Number(quarter.from.slice(5, 7)) / 3)}`;
    if (!dice.chance(habit.gaps)) {
      const submittedOn = plusDays(quarter.to, dice.pick([-20, -6, -5, -1, 0, 0, 5, 16]));
      found.push(childStat(dice, village, id, submittedOn, dice.chance(open), habit.waits));
      // Solved, or found, by another sheet of the same quarter.
      if (dice.chance(10)) {
        const again = plusDays(submittedOn, dice.pick([0, 3, 7, 8, 20]));
        found.push(childStat(dice, village, id, again, dice.chance(open), Math.max(habit.waits, 40)));
      }
    }
    quarter = periodAround('quarter', plusDays(quarter.to, 1));
  }
  return found;
}

function childStat(
  dice: Dice,
  { code }: UnitFact,
  quarter: string,
  submittedOn: string,
  open: boolean,
  waits: number,
): Draft {
  const day = (back: readonly number[]) => (dice.chance(80) ? plusDays(submittedOn, dice.pick(back)) : null);
  const [unguarded, unregistered] = open
    ? dice.pick([
        [1, 0],
        [0, 2],
        [1, 1],
      ])
    : [0, 0];
  return {
    type: 'child_stat',
    unit: code,
    fields: {
      quarter,
      children_total: dice.pick([99, 100, 101]),
      unguarded: dice.chance(2) ? null : unguarded!,
      unguarded_found_on: unguarded! > 0 ? day([-20, -8, -7, -1, 0, 30]) : null,
      unregistered_left_behind: unregistered!,
      unregistered_found_on: unregistered! > 0 ? day([-20, -8, -7, -1, 0, 30]) : null,
      unregistered_accepted_on: unregistered! > 0 && dice.chance(40) ? day([0, 5, 40]) : null,
    },
    evidence: ['stat'],
    state: approvedOr(dice, waits),
    submittedOn,
  };
}

/** Children without guardian or registration: open, closed, opened again, accepted, around the repair days of a judged day. */
export function vetoCases(dice: Dice, layout: FactsLayout, days: readonly string[]): Draft[] {
  const towns = layout.units.filter(({ kind }) => kind === 'town' || kind === 'street');
  const writers = layout.units.filter(({ kind }) => kind === 'town' || kind === 'street' || kind === 'bureau');
  return Array.from({ length: dice.pick([0, 2, 4, 8]) }, (): Draft => {
    const judged = dice.chance(80) ? dice.pick(days) : randomDay(dice);
    const found = plusDays(judged, -dice.pick([0, 1, 6, 7, 8, 9, 40, 300, -1]));
    const at = (day: string) => `${day}T${dice.pick(['00:00', '09:00', '23:59'])}`;
    const closed = dice.chance(60) ? at(plusDays(judged, dice.pick([-8, -1, 0, 0, 1]))) : null;
    const first = at(plusDays(found, dice.pick([1, 3, 10])));
    const reopened = dice.chance(25) ? at(plusDays(judged, -dice.pick([-1, 0, 6, 7, 8, 9]))) : null;
    const register = dice.pick(['监护未落实', '无户籍']);
    return {
      type: 'case',
      unit: dice.pick(writers).code,
      fields: {
        register,
        case_type: register === '无户籍' ? '未登记户籍' : '监护未落实',
        town: dice.pick(towns).code,
        found_at: at(found),
        left_behind: register === '无户籍' ? dice.chance(75) : null,
        accepted_on: dice.chance(30) ? plusDays(judged, dice.pick([-3, 0, 1])) : null,
        closed_at: closed !== null && closed.slice(0, 10) < found ? null : closed,
        reopened_at: reopened !== null && reopened < first ? null : reopened,
        first_closed_at: reopened !== null && reopened >= first && dice.chance(80) ? first : null,
      },
      evidence: ['ledger'],
      state: approvedOr(dice, 12),
      submittedOn: plusDays(found, dice.pick([0, 1, 8])),
    };
  });
}
