import { parseDay, type RecordFact } from '../../engine/index.js';
import type { Placed, Places, PlainUnits } from './plain-rows.js';

const dayIn = (value: unknown): number => (typeof value === 'string' ? (parseDay(value) ?? 0) : 0);

/** The villages that a home serves: its owner, if that is a village, and those it names. */
function servedBy(home: RecordFact, units: PlainUnits, villages: ReadonlySet<number>): readonly number[] {
  const owner = units.indexOf.get(home.unit) ?? -1;
  const named = home.fields.served_units;
  const list = Array.isArray(named) ? [...new Set(named.flatMap((code) => units.indexOf.get(code) ?? []))] : [];
  return villages.has(owner) && !list.includes(owner) ? [owner, ...list] : list;
}

/** A record belongs to its own unit. */
export function byOwner(units: PlainUnits): Places {
  return (record, day, until) => {
    const unit = units.indexOf.get(record.unit) ?? -1;
    return unit < 0 ? [] : [{ record, unit, day, until }];
  };
}

/** A home belongs to the villages it serves. */
export function byServed(units: PlainUnits): Places {
  const villages = new Set(units.villages);
  return (record, day, until) => servedBy(record, units, villages).map((unit) => ({ record, unit, day, until }));
}

/** A record belongs to the villages that its home serves, as long as that is open; without a home to its own unit. */
export function byHome(facilities: readonly RecordFact[], units: PlainUnits, stays: boolean): Places {
  const homes = new Map(facilities.map((home) => [home.id, home]));
  const villages = new Set(units.villages);
  const own = byOwner(units);
  return (record, day, until): readonly Placed[] => {
    const id = record.fields.home;
    if (typeof id !== 'number') return own(record, day, until);
    const home = homes.get(id);
    if (home?.state !== 'approved' && home?.state !== 'pending') return [];
    const homeSince = home.state === 'pending' ? dayIn(home.submittedOn) : 0;
    const opened = dayIn(home.fields.opened_on);
    const closed = dayIn(home.fields.closed_on);
    const places = servedBy(home, units, villages);
    if (!stays) return places.map((unit) => ({ record, unit, day, until, homeSince }));
    const last = closed === 0 ? until : until === 0 ? closed : Math.min(until, closed);
    return places.map((unit) => ({ record, unit, day: Math.max(day, opened), until: last, homeSince }));
  };
}

/** Events and statistics count only if the home was open in their time. */
export function whileOpen(facilities: readonly RecordFact[]): (placed: Placed, from: number, to: number) => boolean {
  const homes = new Map(facilities.map((home) => [home.id, home]));
  return ({ record }, from, to) => {
    const home = typeof record.fields.home === 'number' ? homes.get(record.fields.home) : undefined;
    if (home === undefined) return true;
    const closed = dayIn(home.fields.closed_on);
    return to >= dayIn(home.fields.opened_on) && (closed === 0 || from <= closed);
  };
}
