import { formatDay } from '../../engine/index.js';
import { day } from './days.js';

const DAYS_AHEAD = 45;

/** The day of inspection of the invented county, some weeks after `today` (both `YYYY-MM-DD`). */
export function demoInspectionDay(today: string): string {
  return formatDay(day(today) + DAYS_AHEAD);
}
