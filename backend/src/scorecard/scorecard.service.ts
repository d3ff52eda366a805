import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { StandardService } from '../standard/standard.service.js';
import { cellsOf } from './cells.js';
import { JudgingService, type Sitting } from './judging.service.js';
import { MapService } from './map.service.js';
import { RollupService } from './rollup.service.js';
import { expectUnit } from './expect-unit.js';
import type { ScorecardDto } from './scorecard.schema.js';
import { daysBetween } from './days.js';

/** The scorecard of a unit and all below it. */
@Injectable()
export class ScorecardService {
  constructor(
    private readonly judging: JudgingService,
    private readonly rollups: RollupService,
    private readonly maps: MapService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** What the answer depends on, and nothing else. @throws DomainError scorecard.unitUnknown, scorecard.dayUnknown */
  async sit(unitCode: string, asOf: string | null): Promise<{ readonly sitting: Sitting; readonly tag: string }> {
    const sitting = await this.judging.sit(asOf);
    expectUnit(sitting, unitCode);
    const parts = [unitCode, sitting.sequence, sitting.asOf, this.standard.standard.hash];
    const tag = createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 32);
    return { sitting, tag: `"${tag}"` };
  }

  scorecard(unitCode: string, sitting: Sitting): ScorecardDto {
    const { settings, asOf, sequence, facts, units } = sitting;
    const board = this.judging.board(sitting);
    const inside = this.rollups.mask(unitCode, sitting);
    return {
      unitCode,
      unitName: units.displayName(unitCode),
      asOf,
      sequence,
      standardVersion: this.standard.standard.version,
      campaignStart: settings.campaignStart,
      inspectionDay: settings.inspectionDay,
      daysToInspection: settings.inspectionDay === null ? null : daysBetween(asOf, settings.inspectionDay),
      ...cellsOf(sitting.program, board, inside, (index) => facts.layout.units[index]?.code ?? ''),
      rollup: this.rollups.of(unitCode, sitting, board),
      heatMap: this.maps.of(unitCode, sitting, board),
    };
  }
}
