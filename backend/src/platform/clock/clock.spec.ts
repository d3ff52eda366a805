import { dayOfInstant, FixedDayClock, MovableClock, startOfDay, SystemClock } from './clock.js';

describe('the clock', () => {
  it('changes the day at midnight in Shanghai, wherever the machine stands', () => {
    expect(dayOfInstant('2026-11-23T15:59:59.999Z')).toBe('2026-11-23');
    expect(dayOfInstant('2026-11-23T16:00:00.000Z')).toBe('2026-11-24');
    expect(new Date(startOfDay('2026-11-24')).toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  it('turns the year and the leap day in Shanghai', () => {
    expect(dayOfInstant('2026-12-31T16:00:00Z')).toBe('2027-01-01');
    expect(dayOfInstant('2028-02-28T16:00:00Z')).toBe('2028-02-29');
  });

  it('stays on a fixed day while its time runs', () => {
    const clock = new FixedDayClock('2026-02-28');
    expect(clock.today()).toBe('2026-02-28');
    expect(dayOfInstant(clock.now())).toBe('2026-02-28');
    const timeOfDay = (Date.now() - startOfDay(dayOfInstant(Date.now()))) / 1000;
    expect((clock.millis() - startOfDay('2026-02-28')) / 1000).toBeCloseTo(timeOfDay, 0);
  });

  it('stands where it was put', () => {
    const clock = new MovableClock('2026-11-24T23:59:00+08:00');
    expect([clock.now(), clock.today()]).toEqual(['2026-11-24T15:59:00.000Z', '2026-11-24']);
    clock.advanceMinutes(1);
    expect(clock.today()).toBe('2026-11-25');
    clock.set('2025-01-01T00:00:00+08:00');
    expect(clock.today()).toBe('2025-01-01');
  });

  it('knows the real time', () => {
    expect(Math.abs(new SystemClock().millis() - Date.now())).toBeLessThan(1000);
  });
});
