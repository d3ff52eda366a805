import { Injectable } from '@nestjs/common';
import { explain } from '../engine/index.js';
import { UnitsService } from '../units/units.service.js';
import type { Sitting } from './judging.service.js';
import { missingInWords } from './sentence/missing-in-words.js';

/** Names what a cell lacks, the same on the cell's page, in a unit's lists and in the workbook. */
@Injectable()
export class MissingService {
  constructor(private readonly units: UnitsService) {}

  /** What one cell lacks, in words; empty when it lacks nothing that has a name. */
  of({ program, facts, context }: Sitting, requirementId: string, unitCode: string): string[] {
    return this.inWords(explain(program, facts, context, requirementId, unitCode)?.missing ?? []);
  }

  /** The engine names units by code and months by number; people read names. */
  inWords(items: readonly string[]): string[] {
    return missingInWords(items, this.units);
  }
}
