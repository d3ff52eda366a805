import { Injectable } from '@nestjs/common';
import type { Board } from '../engine/index.js';
import { UnitsService } from '../units/units.service.js';
import type { UnitRow } from '../units/units.types.js';
import { heatMapOf } from './heat-map.js';
import type { Sitting } from './judging.service.js';
import { RollupService } from './rollup.service.js';
import type { ScorecardDto } from './scorecard.schema.js';

/** Units × topics: for the county itself, its bureaus and towns; for a town itself and its villages. */
@Injectable()
export class MapService {
  constructor(
    private readonly units: UnitsService,
    private readonly rollups: RollupService,
  ) {}

  of(unitCode: string, { program, settings, asOf }: Sitting, board: Board): ScorecardDto['heatMap'] {
    const { topics, topicOf } = this.rollups.outline;
    const own = this.units.byCode(unitCode);
    const shown = own === null ? [] : [own, ...this.units.children(unitCode)];
    return heatMapOf({
      board,
      topics: topics.map(({ topic }) => topic),
      topicOf: program.requirements.map(({ strength }, index) =>
        strength === 'implied' && !settings.implied ? -1 : (topicOf[index] ?? -1),
      ),
      rowOf: this.rowOf(shown),
      rows: shown.map((unit) => ({ unit, name: this.units.displayName(unit.code) })),
      outcomeOf: (counts) => this.rollups.outcomeOf(counts, asOf),
    });
  }

  /** Every unit belongs to the row of the shown unit nearest above it; the first row takes only its own cells. */
  private rowOf(shown: readonly UnitRow[]): Int16Array {
    const rows = new Map<string, number>();
    shown.forEach(({ code }, row) => {
      const within = row === 0 ? [code] : this.units.subtree(code).map((unit) => unit.code);
      for (const one of within) rows.set(one, row);
    });
    return Int16Array.from(this.units.all(), ({ code }) => rows.get(code) ?? -1);
  }
}
