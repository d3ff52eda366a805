import { Injectable } from '@nestjs/common';
import type { RecordFact } from '../engine/index.js';
import { dayOfInstant } from '../platform/clock/index.js';
import { type FactRow, RecordFactsRepository } from './record-facts.repository.js';

/** A piece of the records: what changed up to and with the sequence number `seq`. */
export interface FactChunk {
  readonly facts: readonly RecordFact[];
  readonly seq: number;
}

const CHUNK = 5000;

/** How the scorecard takes the records in: all of them at the start, later what changed since. */
@Injectable()
export class RecordFactsService {
  constructor(private readonly repository: RecordFactsRepository) {}

  /**
   * Every record whose last change came after `seq` (0: all), in the order of the changes. A record that changes while
   * this runs comes again with its new state; taking each in by its id gives what stands.
   */
  async *changedAfter(seq: number): AsyncGenerator<FactChunk> {
    for (let last = seq; ;) {
      const rows = await this.repository.changedAfter(last, CHUNK);
      const newest = rows.at(-1);
      if (newest === undefined) return;
      last = newest.seq;
      yield { facts: rows.map(factOf), seq: last };
      if (rows.length < CHUNK) return;
      // The driver is synchronous: let other requests have their turn between two pieces.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function factOf({ id, type, unitCode, fields, evidenceTypes, state, submittedAt, approvedAt }: FactRow): RecordFact {
  const approvedOn = approvedAt === null ? null : businessDay(approvedAt);
  return {
    id,
    type,
    unit: unitCode,
    fields,
    evidence: evidenceTypes,
    state,
    submittedOn: businessDay(submittedAt),
    approvedOn,
  };
}

/** Before 16:00 UTC it is the same day in Asia/Shanghai; with 180,000 instants at a start the short way counts. */
function businessDay(instant: string): string {
  return instant.slice(11, 13) < '16' ? instant.slice(0, 10) : dayOfInstant(instant);
}
