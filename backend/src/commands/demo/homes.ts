import { formatDay, type Day } from '../../engine/index.js';
import { type County, type Town, type Village } from './county.js';
import { day } from './days.js';
import { Random } from './random.js';

/** A children's home: its own village's, or a regional one for two to four small villages. */
export interface Home {
  readonly key: string;
  readonly host: Village;
  readonly serves: readonly Village[];
  readonly regional: boolean;
  readonly opened: Day;
}

/** Writes down the places for children of all villages. */
export function addHomes(county: County): readonly Home[] {
  const homes = county.towns.flatMap((town) => [...ownHomes(town), ...regionalHomes(town)]);
  for (const home of homes) addHome(county, home);
  return homes;
}

function ownHomes(town: Town): readonly Home[] {
  return town.villages
    .filter((village) => village.large)
    .flatMap((host) => {
      const random = new Random(`home ${host.unit.code}`);
      if (random.chance(town.manner.noHome)) return [];
      return [{ key: `home ${host.unit.code}`, host, serves: [host], regional: false, opened: openingDay(random) }];
    });
}

/** Two to four small villages that stand next to each other in the list share one home. */
function regionalHomes(town: Town): readonly Home[] {
  const small = town.villages.filter((village) => !village.large);
  const random = new Random(`regional ${town.unit.code}`);
  const homes: Home[] = [];
  for (let at = 0; at < small.length;) {
    const rest = small.length - at;
    const size = rest <= 4 ? rest : Math.min(random.whole(2, 4), rest - 2);
    const serves = small.slice(at, at + size);
    const [host] = serves;
    if (host !== undefined && !random.chance(town.manner.noHome)) {
      homes.push({ key: `home ${host.unit.code}`, host, serves, regional: true, opened: openingDay(random) });
    }
    at += size;
  }
  return homes;
}

function openingDay(random: Random): Day {
  return random.chance(0.85) ? day('2023-03-01') + random.whole(0, 700) : day('2025-06-10') + random.whole(0, 70);
}

function addHome({ book }: County, { key, host, serves, regional, opened }: Home): void {
  const random = new Random(`facility ${key}`);
  const place = `${host.town.shortName}${host.unit.shortName}`;
  const opens = random.chance(host.manner.noHome > 0.05 ? 0.85 : 0.985);
  book.add({
    type: 'facility',
    unit: host.unit.code,
    key,
    day: opened,
    fields: {
      facility_type: regional ? '区域性儿童之家' : '儿童之家',
      name: `${place}${regional ? '区域性' : ''}儿童之家`,
      opened_on: formatDay(opened),
      status: '在用',
      ...(regional ? { served_units: serves.map((village) => village.unit.code) } : {}),
      address: `${place}党群服务中心院内`,
      area: random.whole(4, 18) * 10,
      capacity: random.whole(3, 10) * 5,
      has_conditions: true,
      ...(opens
        ? { opening_hours: random.pick(['周六、周日 9:00-17:00', '周三、周六 14:00-17:00', '每日 15:30-18:00']) }
        : {}),
      dedicated_site: true,
    },
    evidence: random.chance(0.7) ? ['site', 'photo'] : ['site'],
  });
}
