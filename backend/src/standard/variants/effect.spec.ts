import { fileURLToPath } from 'node:url';
import { loadStandard } from '../loader/load-standard.js';
import { StandardService } from '../standard.service.js';
import { effectWords } from './effect.js';
import { readingsOf } from './variant.js';

const loaded = loadStandard(fileURLToPath(new URL('../../../../seeds', import.meta.url)));
if (!loaded.ok) throw new Error('the seeds are broken');
const service = new StandardService(loaded.standard);
const readings = readingsOf(loaded.standard.topicSpecs);
const words = (id: string, option: number) => {
  const reading = readings.find((one) => one.id === id);
  if (reading === undefined) throw new Error(`no reading ${id}`);
  return effectWords(service, reading, option, '2026-11-24');
};

describe('what another reading changes, in words', () => {
  it.each([
    ['1.1.1.Q2', 2, ['1.1.1.a 考核谁，由县政府改为县民政局', '1.1.1.a 的数据，由“县政府办公室”登记改为“县民政局”登记']],
    ['3.4.1.Q3', 1, ['公用参数：对标值最大滞后，由 1 年改为 0 年']],
    ['4.1.1.Q1', 1, ['4.1.1.b 的台账更新间隔由 92 天改为 31 天']],
    ['2.1.1.Q1', 3, ['2.1.1.a 的覆盖率达标线由 100%改为 66%']],
    ['4.2.1.Q1', 1, ['不再要求 4.2.1.c（']],
    ['3.1.1.Q1', 2, ['3.1.1.c 不再以预警为限，可以判未达标', '3.1.1.c 算作条文写明']],
  ])('%s, option %s', (id, option, expected) => {
    const told = words(id, option).join('\n');
    for (const part of expected) expect(told).toContain(part);
  });

  it('is nothing for the reading in force', () => {
    for (const reading of readings) expect(effectWords(service, reading, reading.default, '2026-11-24')).toEqual([]);
  });

  it('has no name that only the machine needs, for any option of any reading', () => {
    const all = readings.flatMap((reading) =>
      reading.options.flatMap((_, at) => effectWords(service, reading, at + 1, '2026-11-24')),
    );
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((one) => /[A-Za-z]{3,}|_|undefined/u.test(one))).toEqual([]);
  });
});
