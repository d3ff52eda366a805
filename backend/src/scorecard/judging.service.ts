import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  createBoard,
  evaluate,
  parseDay,
  type Board,
  type Context,
  type Facts,
  type Program,
} from '../engine/index.js';
import { Clock } from '../platform/clock/index.js';
import { SettingsService, type SettingValues } from '../platform/settings/index.js';
import { HolidaysService } from '../standard/holidays/holidays.service.js';
import { StandardService } from '../standard/standard.service.js';
import type { UnitBook, UnitDirectory } from '../units/index.js';
import { FactsStore } from './facts-store.service.js';
import { dayUnknown } from './scorecard.errors.js';

/** Everything that a county is judged by on one day. Days are `YYYY-MM-DD`. */
export interface Sitting {
  readonly asOf: string;
  readonly sequence: number;
  readonly settings: SettingValues;
  readonly facts: Facts;
  readonly program: Program;
  readonly context: Context;
  /** The units in time, and the directory of the as-of day. */
  readonly book: UnitBook;
  readonly units: UnitDirectory;
}

/** Brings together columns, settings, parameters and the day. Nothing is kept between two sittings. */
@Injectable()
export class JudgingService implements OnModuleInit {
  constructor(
    private readonly store: FactsStore,
    private readonly settings: SettingsService,
    @Inject(StandardService) private readonly standard: StandardService,
    private readonly clock: Clock,
    private readonly holidays: HolidaysService,
  ) {}

  /** Judges once at the start, so that the first page need not wait until the rows of every selection are found. */
  async onModuleInit(): Promise<void> {
    this.board(await this.sit(null));
  }

  /** `asOf` null: today. @throws DomainError scorecard.dayUnknown */
  async sit(asOf: string | null): Promise<Sitting> {
    const day = asOf ?? this.clock.today();
    const parsed = parseDay(day);
    if (parsed === null) throw dayUnknown(day);
    const { facts, program, units: book, sequence } = await this.store.current();
    const settings = await this.settings.current();
    const context: Context = {
      asOf: parsed,
      start: settings.campaignStart === null ? null : parseDay(settings.campaignStart),
      parameters: this.standard.parameters,
      calendar: await this.holidays.calendar(),
    };
    return { asOf: day, sequence, settings, facts, program, context, book, units: book.on(day) };
  }

  /** All cells of the county on the day of the sitting. */
  board({ program, facts, context }: Sitting): Board {
    return evaluate(program, facts, context, createBoard(program));
  }
}
