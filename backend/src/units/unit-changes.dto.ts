import { z } from 'zod';
import { unitChangeSchema } from './unit-changes.schema.js';
import { unitSchema } from './units.dto.js';

/** An entered change with what it did in words. */
export const enteredUnitChangeSchema = z
  .object({
    seq: z.number().int(),
    change: unitChangeSchema,
    sentence: z.string(),
    /** Instant at which it was entered, ISO in UTC. */
    at: z.string(),
    by: z.string(),
  })
  .meta({ id: 'EnteredUnitChange' });

export const unitChangeListSchema = z
  .object({ changes: z.array(enteredUnitChangeSchema) })
  .meta({ id: 'UnitChangeList' });

/** The change and the units as they differ from the day before: `before` on that day, `after` on the day of the change. */
export const unitChangeResultSchema = enteredUnitChangeSchema
  .extend({ before: z.array(unitSchema), after: z.array(unitSchema) })
  .meta({ id: 'UnitChangeResult' });

export type UnitChangeListDto = z.infer<typeof unitChangeListSchema>;
export type UnitChangeResultDto = z.infer<typeof unitChangeResultSchema>;
