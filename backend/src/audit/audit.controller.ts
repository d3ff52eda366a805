import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { startOfDay } from '../platform/clock/index.js';
import { ApiErrors } from '../platform/http/index.js';
import { type AuditListDto, auditListSchema, auditQuery, type AuditQuery } from './audit.dto.js';
import { AuditRepository } from './audit.repository.js';
import { AuditTrail } from './audit-trail.service.js';

const DAY_MS = 24 * 60 * 60 * 1000;

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly trail: AuditTrail,
    private readonly entries: AuditRepository,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAudit', summary: 'The trail, newest first, in pages; reading it is told as well' })
  @ApiOkResponse({ standardSchema: auditListSchema })
  @ApiErrors(400)
  async list(@Query({ schema: auditQuery }) query: AuditQuery): Promise<AuditListDto> {
    await this.trail.tellNow({ action: 'audit.read', object: { kind: 'audit', id: null }, after: query });
    const { from, to, account, action, result, objectKind, objectId, page, size } = query;
    const { total, entries } = await this.entries.matching({
      since: from === undefined ? null : new Date(startOfDay(from)).toISOString(),
      before: to === undefined ? null : new Date(startOfDay(to) + DAY_MS).toISOString(),
      account: account ?? null,
      action: action ?? null,
      result: result ?? null,
      objectKind: objectKind ?? null,
      objectId: objectId ?? null,
      page,
      size,
    });
    return auditListSchema.parse({ total, page, size, items: entries });
  }
}
