import type { CoverageOf, Measure } from '../rule.types.js';
import { told } from '../testing/changing-county.js';
import { contextOf, judged, said, UNITS, type Entry } from '../testing/county.js';
import { quarterly, sheet, typed } from '../testing/sheets.js';

const after = contextOf('2026-11-24');
const waiting = (entry: Entry): Entry => ({ ...entry, state: 'pending' });
const home: Entry = { type: 'facility', unit: 'v1', id: 50, fields: { opened_on: '2026-03-05' } };
const session: Entry = { type: 'activity', unit: 'v1', fields: { date: '2026-08-01', home: 50 } };
const meeting: Entry = { type: 'meeting', unit: 'v1', fields: { date: '2026-08-01', topics: ['重大'] } };
const held: Measure = { count: { record: 'meeting' } };

describe('what still waits for its review', () => {
  const all: Readonly<Record<string, readonly [CoverageOf, readonly Entry[], Entry]>> = {
    'the sheet of a share': [typed, [], sheet(4, 4)],
    'the sheet of several shares': [
      { type: 'pairs', of: typed.of, pairs: [{ label: '甲', numerator: 'done', denominator: 'all' }] },
      [],
      sheet(4, 4),
    ],
    'a record of which files are asked': [{ type: 'share', among: { record: 'meeting' }, having: {} }, [], meeting],
    'a record that shows something of another': [
      {
        type: 'share',
        among: { record: 'facility' },
        having: { linked: { of: { record: 'activity' }, field: 'home' } },
      },
      [home],
      session,
    ],
    'a record that covers an item': [
      { type: 'items', items: ['重大'], sources: [{ of: { record: 'meeting' }, field: 'topics' }] },
      [],
      meeting,
    ],
    'a record counted above': [
      { type: 'ratio', numerator: held, denominator: { units: ['each_village'] } },
      [],
      meeting,
    ],
    'a record counted on both sides': [{ type: 'ratio', numerator: held, denominator: held }, [], meeting],
    'an amount': [
      {
        type: 'ratio',
        numerator: { sum: typed.of, field: 'done' },
        denominator: { units: ['each_village'] },
      },
      [],
      sheet(4, 4),
    ],
    'the latest amount': [
      {
        type: 'ratio',
        numerator: { latest: typed.of, field: 'done' },
        denominator: { units: ['each_village'] },
      },
      [],
      sheet(4, 4),
    ],
    'a record that names units': [
      {
        type: 'ratio',
        numerator: { distinct: { record: 'meeting' }, field: 'place', among: ['each_village'] },
        denominator: { units: ['each_village'] },
      },
      [],
      meeting,
    ],
  };
  it.each(Object.entries(all))('keeps the village at risk instead of short: %s', (_name, [of, there, one]) => {
    expect(said(quarterly(of), [...there, one], after, 'v1')).toBe('met fulfilled');
    expect(said(quarterly(of), [...there, waiting(one)], after, 'v1')).toBe('atRisk waitingForReview');
    expect(said(quarterly(of), there, after, 'v1')).toMatch(/^(unmet|noData) /);
  });
});

describe('typed numbers of the whole county', () => {
  it('are the same for a village that is judged as for everybody', () => {
    const all: CoverageOf = { ...typed, of: { record: 'child_stat', from: 'county' } };
    const sheets = [sheet(3, 4, {}, 't2'), sheet(1, 2, {}, 'v3'), sheet(0, 1)];
    const villages = UNITS.filter(({ kind }) => kind === 'village' || kind === 'community').map(({ code }) => code);
    for (const code of villages)
      expect(judged(quarterly(all), sheets, after, code)).toMatchObject({ outcome: 'unmet', measured: 4, of: 7 });
  });
});

describe('typed numbers of a town of which a village was closed', () => {
  const below: CoverageOf = { ...typed, of: { record: 'child_stat', from: 'subtree' } };
  const units = UNITS.map((unit) => (unit.code === 'v1' ? { ...unit, to: '2026-09-10' } : unit));
  const last: Entry = { ...sheet(4, 4), submittedOn: '2026-09-05' };
  const town = (entries: readonly Entry[]) =>
    told(quarterly(below).rule, { target: 100, yellow: 90 }, entries, '2026-11-24', 't1', units);
  it('keep what that village said last, which speaks for no silent one', () => {
    expect(town([last, sheet(2, 2, {}, 'v2')])).toBe('met fulfilled 6/6');
    expect(town([last])).toBe('noData sheetMissing 4/4');
    expect(town([sheet(2, 2, {}, 'v2')])).toBe('met fulfilled 2/2');
  });
});

describe('files that are lacking', () => {
  it('leave a record that would show something short, not silent', () => {
    const served: CoverageOf = {
      type: 'share',
      among: { record: 'facility' },
      having: { linked: { of: { record: 'activity', attachments: ['signin'] }, field: 'home' } },
    };
    const signed: Entry = { ...session, evidence: ['signin'] };
    expect(said(quarterly(served), [home, signed], after, 'v1')).toBe('met fulfilled');
    expect(said(quarterly(served), [home, session], after, 'v1')).toBe('unmet short');
    expect(said(quarterly(served), [session], after, 'v1')).toBe('noData short');
    expect(said(quarterly(served), [], after, 'v1')).toBe('noData nothingReported');
  });
});
