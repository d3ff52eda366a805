import { Injectable } from '@nestjs/common';
import { explain } from '../engine/index.js';
import type { Sitting } from './judging.service.js';
import { missingInWords } from './sentence/missing-in-words.js';

/** Names what a cell lacks, the same on the cell's page, in a unit's lists and in the workbook. */
@Injectable()
export class MissingService {
  /** What one cell lacks, in words; empty when it lacks nothing that has a name. */
  of(sitting: Sitting, requirementId: string, unitCode: string): string[] {
    const { program, facts, context } = sitting;
    return this.inWords(explain(program, facts, context, requirementId, unitCode)?.missing ?? [], sitting);
  }

  /** The engine names units by code and months by number; people read the names of the as-of day. */
  inWords(items: readonly string[], { book, asOf }: Sitting): string[] {
    const names = {
      byCode: (code: string) => book.row(code, asOf),
      displayName: (code: string) => book.displayName(code, asOf),
    };
    return missingInWords(items, names);
  }
}
