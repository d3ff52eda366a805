import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { compile, createFacts, type Facts, type Program } from '../engine/index.js';
import { SequenceService } from '../platform/sequence/index.js';
import { RecordFactsService } from '../records/index.js';
import { StandardService } from '../standard/standard.service.js';
import { UnitsService } from '../units/units.service.js';

/** The county's records as columns, and the number of the last change they hold. */
export interface HeldFacts {
  readonly facts: Facts;
  readonly sequence: number;
}

/**
 * Holds the records of the county as typed columns. Before every answer it takes in what the log has after the number
 * it knows, so it can never be stale; a second process would catch up in the same way.
 */
@Injectable()
export class FactsStore implements OnModuleInit {
  readonly program: Program;
  private readonly facts: Facts;
  private known = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @Inject(StandardService) standard: StandardService,
    units: UnitsService,
    private readonly sequence: SequenceService,
    private readonly records: RecordFactsService,
  ) {
    const layout = standard.layout(units.directory);
    this.facts = createFacts(layout);
    this.program = compile(standard.requirements, layout);
  }

  async onModuleInit(): Promise<void> {
    await this.current();
  }

  /** The columns in step with the log at the moment of the call. */
  async current(): Promise<HeldFacts> {
    const before = this.turn;
    this.turn = before.catch(() => undefined).then(() => this.catchUp());
    await this.turn;
    return { facts: this.facts, sequence: this.known };
  }

  private async catchUp(): Promise<void> {
    const latest = await this.sequence.current();
    if (latest === this.known) return;
    for await (const chunk of this.records.changedAfter(this.known)) {
      for (const fact of chunk.facts) this.facts.upsert(fact);
    }
    this.known = latest;
  }
}
