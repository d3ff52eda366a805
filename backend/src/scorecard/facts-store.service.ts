import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { compile, createFacts, type Facts, type Program } from '../engine/index.js';
import { SequenceService } from '../platform/sequence/index.js';
import { RecordFactsService } from '../records/index.js';
import { StandardService } from '../standard/standard.service.js';
import type { UnitBook } from '../units/index.js';
import { UnitsService } from '../units/units.service.js';

/** The county's records as columns, and the number of the last change they hold. */
export interface HeldFacts {
  readonly facts: Facts;
  readonly program: Program;
  /** The units in time that columns and cells are made for. */
  readonly units: UnitBook;
  readonly sequence: number;
}

/** Columns and cells, good for one state of the units. */
type Built = Omit<HeldFacts, 'sequence'> & { readonly unitSequence: number };

/**
 * Holds the records of the county as typed columns. Before every answer it takes in what the log has after the number
 * it knows, so it can never be stale; a second process would catch up in the same way. A change of units makes columns and cells anew.
 */
@Injectable()
export class FactsStore implements OnModuleInit {
  private built: Built | null = null;
  private known = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @Inject(StandardService) private readonly standard: StandardService,
    private readonly units: UnitsService,
    private readonly sequence: SequenceService,
    private readonly records: RecordFactsService,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.current();
  }

  /** The columns in step with the log at the moment of the call. */
  async current(): Promise<HeldFacts> {
    const before = this.turn;
    const mine = before.catch(() => undefined).then(() => this.catchUp());
    this.turn = mine.then(() => undefined);
    return mine;
  }

  private async catchUp(): Promise<HeldFacts> {
    const latest = await this.sequence.current();
    if (this.built !== null && latest === this.known) return { ...this.built, sequence: latest };
    const units = await this.units.catchUp();
    const isNew = this.built === null || this.built.unitSequence !== this.units.sequence;
    const built = isNew || this.built === null ? this.build(units) : this.built;
    for await (const chunk of this.records.changedAfter(isNew ? 0 : this.known)) {
      for (const fact of chunk.facts) built.facts.upsert(fact);
    }
    this.built = built;
    this.known = latest;
    return { ...built, sequence: latest };
  }

  private build(units: UnitBook): Built {
    const layout = this.standard.layout({ units: units.facts() });
    const program = compile(this.standard.requirements, layout);
    return { facts: createFacts(layout), program, units, unitSequence: this.units.sequence };
  }
}
