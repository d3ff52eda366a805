import { createHash } from 'node:crypto';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { attachmentHeader } from '../evidence/index.js';
import { ApiErrors, daySchema } from '../platform/http/index.js';
import { TaskCompletionService } from './task-completion/task-completion.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const asOfQuery = z.strictObject({ asOf: daySchema('考核基准日').optional() });

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(
    private readonly taskCompletion: TaskCompletionService,
    private readonly trail: AuditTrail,
  ) {}

  /** 任务分解完成情况表.xlsx */
  @Get('task-completion.xlsx')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiErrors(400)
  async taskCompletionWorkbook(
    @Query({ schema: asOfQuery }) { asOf }: z.infer<typeof asOfQuery>,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.taskCompletion.workbook(asOf ?? null);
    await this.trail.tellNow({
      action: 'report.export',
      object: { kind: 'report', id: 'task-completion' },
      after: {
        asOf: asOf ?? null,
        name,
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    return new StreamableFile(bytes, { type: XLSX, disposition: attachmentHeader(name), length: bytes.length });
  }
}
