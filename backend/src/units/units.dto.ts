import { z } from 'zod';
import { UNIT_KINDS } from './units.types.js';

export const unitSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    displayName: z.string(),
    kind: z.enum(UNIT_KINDS),
    parentCode: z.string().nullable(),
  })
  .meta({ id: 'Unit' });

export const unitListSchema = z.object({ asOf: z.string(), units: z.array(unitSchema) }).meta({ id: 'UnitList' });

export type UnitListDto = z.infer<typeof unitListSchema>;
