import { z } from 'zod';
import { daySchema } from '../../platform/http/index.js';
import { HOLIDAY_LABELS } from './holidays.policy.js';

const MOST_DAYS = 200;
const EARLIEST = 2018;
const LATEST = 2099;

const days = (title: string) =>
  z
    .array(daySchema(title))
    .max(MOST_DAYS, { error: `${title}一年最多写 ${MOST_DAYS} 天` })
    .meta({ title });

/** The year in the address. */
export const yearParam = z.coerce
  .number({ error: `年份请写成 ${EARLIEST} 到 ${LATEST} 之间的整数` })
  .refine((year) => Number.isInteger(year) && year >= EARLIEST && year <= LATEST, {
    error: `年份请写成 ${EARLIEST} 到 ${LATEST} 之间的整数`,
  });

const lists = {
  holidays: days(HOLIDAY_LABELS.holidays),
  workingWeekends: days(HOLIDAY_LABELS.workingWeekends),
  springFestival: days(HOLIDAY_LABELS.springFestival),
};
const source = z.string().trim().min(1).max(100).meta({ title: '来源' });

/** A whole year as a client sends it. */
export const holidayChangeSchema = z.strictObject({ source, ...lists }).meta({ id: 'HolidayChange' });

/** A whole year as a revision holds it. */
export const heldYearSchema = z.object({
  source: z.string(),
  holidays: z.array(z.string()),
  workingWeekends: z.array(z.string()),
  springFestival: z.array(z.string()),
});

export const holidaysAnswerSchema = z
  .object({
    years: z
      .array(
        z
          .object({
            year: z.int(),
            source: z.string(),
            origin: z.enum(['seeds', 'edited']),
            holidays: z.array(z.string()),
            workingWeekends: z.array(z.string()),
            springFestival: z.array(z.string()),
            changedAt: z.string().nullable(),
            changedBy: z.string().nullable().describe('display name of the account'),
          })
          .meta({ id: 'HolidayYear' }),
      )
      .describe('oldest first'),
    unknown: z.array(z.int()).describe('years around today whose days nobody has written: only weekends are off'),
  })
  .meta({ id: 'Holidays' });

export type HolidayChange = z.infer<typeof holidayChangeSchema>;
export type HolidaysDto = z.infer<typeof holidaysAnswerSchema>;
