import { z } from 'zod';

export const evidenceId = z
  .string()
  .regex(/^[1-9]\d{0,14}$/u, { error: '佐证材料编号应是正整数，例如 12' })
  .transform(Number)
  .meta({ title: '佐证材料编号' });
