import { Inject, Injectable } from '@nestjs/common';
import { RecordReaderService } from '../records/index.js';
import { StandardService } from '../standard/standard.service.js';

/** What a unit without a cell of its own has supplied: its approved records of the types that a clause reads. */
@Injectable()
export class SuppliedService {
  constructor(
    private readonly records: RecordReaderService,
    @Inject(StandardService) private readonly standard: StandardService,
  ) {}

  /** Approved records of the unit (and of those for which it goes on), dated up to `asOf` (`YYYY-MM-DD`), per clause. */
  async perClause(
    unitCodes: readonly string[],
    clauses: readonly string[],
    asOf: string,
  ): Promise<ReadonlyMap<string, number>> {
    const perType = await this.records.approvedByType(unitCodes, asOf);
    return new Map(
      clauses.map((clause) => {
        const types = new Set(
          [...perType.keys()].filter((type) =>
            this.standard.countsToward(type).some((id) => this.standard.requirement(id)?.clause.id === clause),
          ),
        );
        return [clause, [...types].reduce((sum, type) => sum + (perType.get(type) ?? 0), 0)];
      }),
    );
  }
}
