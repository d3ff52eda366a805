import type { UnitFact } from '../facts.types.js';
import { layoutOf } from '../testing/changing-county.js';
import { contextOf, day, UNITS } from '../testing/county.js';
import { dayText, filled } from '../testing/selected.js';
import { Env } from './env.js';
import { bornOf, groupsOf } from './groups.js';

/** A village founded on a day, without a predecessor unless said otherwise. */
const founded = (code: string, from: string, newborn = true): UnitFact => ({
  code,
  shortName: code,
  kind: 'village',
  parentCode: 't1',
  from,
  ...(newborn ? { newborn } : {}),
});
const envOf = (...more: readonly UnitFact[]) =>
  new Env(filled([], layoutOf([...UNITS, ...more])), contextOf('2026-11-24'));
/** Each group as the day on which its duties begin, its units and their places among all. */
const told = (env: Env) => {
  const subjects = Uint16Array.from(env.tree.subjects('each_village'));
  return groupsOf({ subjects }, env).map(({ env: own, subjects: units, places }) => {
    const codes = Array.from(units, (unit) => env.tree.units[unit]?.code);
    return `${dayText(own.start)} ${codes.join()} ${places === null ? 'all' : places.join()}`;
  });
};

describe('units whose duties began on the same day', () => {
  it('are judged together, all of them where none began after the campaign', () => {
    expect(told(envOf())).toEqual(['2026-03-01 v1,v2,v3 all']);
    expect(told(envOf(founded('w1', '2026-03-01')))).toEqual(['2026-03-01 v1,v2,v3,w1 all']);
    expect(told(envOf(founded('w1', '2025-07-01')))).toEqual(['2026-03-01 v1,v2,v3,w1 all']);
    expect(told(envOf(founded('w1', '2026-07-01', false)))).toEqual(['2026-03-01 v1,v2,v3,w1 all']);
  });
  it('are judged by themselves where they began later without a predecessor, those of one day together', () => {
    const env = envOf(
      founded('w1', '2026-03-02'),
      founded('w2', '2026-07-01'),
      founded('w3', '2025-07-01'),
      founded('w4', '2026-07-01'),
    );
    expect(told(env)).toEqual(['2026-03-01 v1,v2,v3,w3 0,1,2,5', '2026-03-02 w1 3', '2026-07-01 w2,w4 4,6']);
  });
  it('share with all others what is the same for them', () => {
    const env = envOf(founded('w1', '2026-07-01'));
    const groups = groupsOf({ subjects: env.every }, env);
    expect(groups.map((group) => group.env === env)).toEqual([true, false]);
  });
  it('have a first day only where it matters', () => {
    const env = envOf(founded('w1', '2026-07-01'), founded('w2', '2026-03-01'));
    const days = ['v1', 'w1', 'w2'].map((code) => dayText(bornOf(env, env.facts.unitIndex(code) ?? -1)));
    expect(days).toEqual(['-', '2026-07-01', '-']);
    expect(new Env(env.facts, env.context, day('2025-01-01')).start).toBe(day('2026-03-01'));
  });
});
