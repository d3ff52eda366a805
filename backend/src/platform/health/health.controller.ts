import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { HEALTH, type HealthReport } from './health.types.js';

const healthSchema = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    database: z.object({ kind: z.string(), migration: z.string().nullable() }),
    standard: z.object({ id: z.string(), version: z.string(), hash: z.string() }).nullable(),
  })
  .meta({ id: 'Health' });

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(@Inject(HEALTH) private readonly report: HealthReport) {}

  @Get()
  @ApiOkResponse({ standardSchema: healthSchema })
  read(): z.infer<typeof healthSchema> {
    return { status: 'ok', ...this.report };
  }
}
