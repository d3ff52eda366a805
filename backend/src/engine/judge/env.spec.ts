import { contextOf, day, requirementOf } from '../testing/county.js';
import { filled } from '../testing/selected.js';
import { Env, Run } from './env.js';

const envOf = () => new Env(filled([]), contextOf('2026-11-24'));

describe('the columns in which the requirements are reckoned', () => {
  it('are used again once a requirement is judged, so that a board of any size needs no more of them', () => {
    const env = envOf();
    for (const length of [undefined, 40]) {
      const round = () => {
        const taken = [env.take(length), env.take(length), env.take(length)];
        env.release();
        return taken;
      };
      const first = round();
      expect(new Set(first).size).toBe(3);
      round().forEach((column, at) => expect(column).toBe(first[at]));
    }
  });
  it('begin with nothing in them, whatever stood there for the requirement before', () => {
    const env = envOf();
    env.take().fill(7);
    env.take(40).fill(7);
    env.release();
    expect([...new Set([...env.take(), ...env.take(40)])]).toEqual([0]);
  });
  it('have a place for each unit unless more is asked', () => {
    const env = envOf();
    expect([env.take().length, env.take(3).length, env.zeros.length]).toEqual([8, 3, 8]);
    expect([...env.every]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the numbers of a requirement', () => {
  const values = { '2018-01-01': 2, '2026-10-01': 4 };
  const requirement = requirementOf(
    { kind: 'staffing', period: 'standing', people: { record: 'staff' } },
    { numbers: { min: { unit: '名', says: null, values } } },
  );
  const run = new Run(envOf(), requirement, Uint16Array.of(0));
  it('are those of the day, or of another day that is judged', () => {
    expect(run.number('min')).toBe(4);
    expect(run.on(day('2026-09-30')).number('min')).toBe(2);
    expect(run.on(day('2026-10-01')).number('min')).toBe(4);
    expect(run.number('max')).toBeNaN();
  });
  it('are read once for a day', () => {
    expect(run.on(day('2026-11-24'))).toBe(run);
    const past = run.on(day('2026-09-30'));
    expect(past.on(day('2026-09-30'))).toBe(past);
  });
});
