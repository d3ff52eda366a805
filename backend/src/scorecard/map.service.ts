import { Injectable } from '@nestjs/common';
import type { Board } from '../engine/index.js';
import type { UnitRow } from '../units/units.types.js';
import { heatMapOf } from './heat-map.js';
import type { Sitting } from './judging.service.js';
import { RollupService } from './rollup.service.js';
import type { ScorecardDto } from './scorecard.schema.js';

/** Units × topics: for the county itself, its bureaus and towns; for a town itself and its villages. */
@Injectable()
export class MapService {
  constructor(private readonly rollups: RollupService) {}

  of(unitCode: string, sitting: Sitting, board: Board): ScorecardDto['heatMap'] {
    const { program, settings, asOf, units } = sitting;
    const { topics, topicOf } = this.rollups.outline;
    const own = units.byCode(unitCode);
    const shown = own === null ? [] : [own, ...units.children(unitCode)];
    return heatMapOf({
      board,
      topics: topics.map(({ topic }) => topic),
      topicOf: program.requirements.map(({ strength }, index) =>
        strength === 'implied' && !settings.implied ? -1 : (topicOf[index] ?? -1),
      ),
      rowOf: rowOf(shown, sitting),
      rows: shown.map((unit) => ({ unit, name: units.displayName(unit.code) })),
      outcomeOf: (counts) => this.rollups.outcomeOf(counts, asOf),
    });
  }
}

/** Every unit belongs to the row of the shown unit nearest above it; the first row takes only its own cells. */
function rowOf(shown: readonly UnitRow[], { facts, units }: Sitting): Int16Array {
  const rows = new Map<string, number>();
  shown.forEach(({ code }, row) => {
    const within = row === 0 ? [code] : units.subtree(code).map((unit) => unit.code);
    for (const one of within) rows.set(one, row);
  });
  return Int16Array.from(facts.layout.units, ({ code }) => rows.get(code) ?? -1);
}
