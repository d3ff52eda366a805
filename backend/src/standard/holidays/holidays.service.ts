import { Inject, Injectable } from '@nestjs/common';
import type { WorkCalendar } from '../../engine/index.js';
import { AccountsService } from '../../identity/accounts.service.js';
import { Clock } from '../../platform/clock/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { SettingsService } from '../../platform/settings/index.js';
import type { HolidayYear } from '../standard.types.js';
import { StandardService } from '../standard.service.js';
import { workCalendar } from '../work-calendar.js';
import { holidayProblems } from './holidays.policy.js';
import { heldYearSchema, type HolidayChange, type HolidaysDto } from './holidays.schema.js';

/** Keys of the revisions: `holidays.2027`. */
const KEY = 'holidays.';

interface EditedYear extends HolidayYear {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
}

/** Days off by year: those of the seeds, and over them the years that the county office has written itself. */
@Injectable()
export class HolidaysService {
  private kept: { readonly seq: number; readonly calendar: WorkCalendar } | null = null;

  constructor(
    private readonly settings: SettingsService,
    @Inject(StandardService) private readonly standard: StandardService,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  /** The calendar to judge by now; the same object until a year is changed. */
  async calendar(): Promise<WorkCalendar> {
    const edited = await this.edited();
    const seq = edited.at(-1)?.seq ?? 0;
    if (this.kept?.seq !== seq) {
      const calendar = seq === 0 ? this.standard.calendar : workCalendar(this.inForce(edited));
      this.kept = { seq, calendar };
    }
    return this.kept.calendar;
  }

  /** All known years and the unknown ones around today. */
  async list(): Promise<HolidaysDto> {
    const edited = await this.edited();
    const names = await this.accounts.displayNames();
    const changes = new Map(edited.map((year) => [year.year, year]));
    const years = this.inForce(edited).map(({ year, source, holidays, workingWeekends, springFestival }) => {
      const change = changes.get(year);
      return {
        year,
        source,
        origin: change === undefined ? ('seeds' as const) : ('edited' as const),
        holidays: [...holidays],
        workingWeekends: [...workingWeekends],
        springFestival: [...springFestival],
        changedAt: change?.at ?? null,
        changedBy: change === undefined ? null : (names.get(change.by) ?? null),
      };
    });
    const thisYear = Number(this.clock.today().slice(0, 4));
    const known = new Set(years.map(({ year }) => year));
    return { years, unknown: [thisYear - 1, thisYear, thisYear + 1].filter((year) => !known.has(year)) };
  }

  /**
   * Replaces a whole year, from now on. `by`: id of the account.
   * @throws DomainError `holidays.invalid` with a sentence for every wrong day
   */
  async replace(year: number, change: HolidayChange, by: string): Promise<HolidaysDto> {
    const fields = holidayProblems(year, change);
    if (fields.length > 0) {
      const message = fields.map((problem) => problem.message).join('；');
      throw new DomainError('invalid', 'holidays.invalid', message, { fields });
    }
    const sorted = {
      source: change.source,
      holidays: change.holidays.toSorted(),
      workingWeekends: change.workingWeekends.toSorted(),
      springFestival: change.springFestival.toSorted(),
    };
    await this.settings.keep(`${KEY}${year}`, sorted, by);
    return this.list();
  }

  private async edited(): Promise<readonly EditedYear[]> {
    return (await this.settings.kept(KEY)).map(({ key, value, seq, at, by }) => {
      const held = heldYearSchema.parse(JSON.parse(value));
      return { year: Number(key.slice(KEY.length)), ...held, seq, at, by };
    });
  }

  private inForce(edited: readonly EditedYear[]): readonly HolidayYear[] {
    const years = new Map(this.standard.standard.holidayYears.map((year) => [year.year, year]));
    for (const year of edited) years.set(year.year, year);
    return [...years.values()].sort((one, other) => one.year - other.year);
  }
}
