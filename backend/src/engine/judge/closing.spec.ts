import { endOfDay, parseInstant } from '../instants.js';
import { NO_DAY } from '../facts.types.js';
import { found } from '../testing/cases.js';
import { day, type Entry } from '../testing/county.js';
import { filled } from '../testing/selected.js';
import { Closing } from './closing.js';

/** What is known at the end of a day of one case: closed, opened again, closed for the first time; `-` where it is not. */
function told(fields: Entry['fields'], asOf: string): string {
  const facts = filled([found('2026-10-20T09:00', fields)]);
  const closing = new Closing(facts.tables.get('case'), endOfDay(day(asOf)));
  const named = Object.entries(fields).map(([name, value]): [number, string] => [
    parseInstant(String(value)) ?? NO_DAY,
    name,
  ]);
  const word = (at: number) => (at === NO_DAY ? '-' : (named.find(([minute]) => minute === at)?.[1] ?? '?'));
  return [closing.closedAt(0), closing.reopenedAt(0), closing.firstClosedAt(0)].map(word).join(' ');
}

describe('a case that is closed once', () => {
  it('is closed from the day of its closing, which is that of its only round', () => {
    const closed = { closed_at: '2026-11-05T23:59' };
    expect(told(closed, '2026-11-04')).toBe('- - -');
    expect(told(closed, '2026-11-05')).toBe('closed_at - closed_at');
    expect(told({ closed_at: '2026-11-06T00:00' }, '2026-11-05')).toBe('- - -');
    expect(told({}, '2026-11-05')).toBe('- - -');
  });
  it('knows nothing of a case of a table that is not there', () => {
    const closing = new Closing(undefined, endOfDay(day('2026-11-05')));
    expect([closing.closedAt(0), closing.reopenedAt(0), closing.firstClosedAt(0)]).toEqual([NO_DAY, NO_DAY, NO_DAY]);
    expect(closing.twoRounds(0)).toBe(false);
  });
});

describe('a case that is opened again', () => {
  const both = {
    first_closed_at: '2026-11-05T09:00',
    reopened_at: '2026-11-10T09:00',
    closed_at: '2026-11-20T09:00',
  };
  it('is open, closed, open and closed again, each from its day', () => {
    expect(told(both, '2026-11-04')).toBe('- - -');
    expect(told(both, '2026-11-05')).toBe('first_closed_at - first_closed_at');
    expect(told(both, '2026-11-09')).toBe('first_closed_at - first_closed_at');
    expect(told(both, '2026-11-10')).toBe('- reopened_at first_closed_at');
    expect(told(both, '2026-11-19')).toBe('- reopened_at first_closed_at');
    expect(told(both, '2026-11-20')).toBe('closed_at reopened_at first_closed_at');
  });
  it('is closed by nothing that lies before the opening again, nor in the same minute', () => {
    const at = (closed_at: string) => told({ ...both, closed_at }, '2026-11-24');
    expect(at('2026-11-08T09:00')).toBe('- reopened_at first_closed_at');
    expect(at('2026-11-10T09:01')).toBe('closed_at reopened_at first_closed_at');
    expect(told({ reopened_at: '2026-11-10T09:00', closed_at: '2026-11-10T09:00' }, '2026-11-24')).toBe(
      '- reopened_at reopened_at',
    );
  });
  it('is open again from the very day of the opening again, to its last minute', () => {
    const at = (reopened_at: string) => told({ ...both, reopened_at }, '2026-11-10');
    expect(at('2026-11-10T23:59')).toBe('- reopened_at first_closed_at');
    expect(at('2026-11-11T00:00')).toBe('first_closed_at - first_closed_at');
  });
  it('takes, where the first closing was left out, a closing before the opening again for it, a later one not', () => {
    const old = { closed_at: '2026-11-05T09:00', reopened_at: '2026-11-10T09:00' };
    expect(told(old, '2026-11-04')).toBe('- - -');
    expect(told(old, '2026-11-09')).toBe('closed_at - closed_at');
    expect(told(old, '2026-11-24')).toBe('- reopened_at closed_at');
    const later = { closed_at: '2026-11-20T09:00', reopened_at: '2026-11-10T09:00' };
    expect(told(later, '2026-11-09')).toBe('- - -');
    expect(told(later, '2026-11-24')).toBe('closed_at reopened_at -');
  });
  it('has two rounds as soon as the opening again is written down, whatever the day', () => {
    const facts = filled([found('2026-10-20T09:00', both), { ...found('2026-10-20T09:00'), id: 501 }]);
    const closing = new Closing(facts.tables.get('case'), endOfDay(day('2026-11-01')));
    expect([closing.twoRounds(0), closing.twoRounds(1)]).toEqual([true, false]);
  });
});
