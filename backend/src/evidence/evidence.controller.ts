import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { ApiErrors } from '../platform/http/index.js';
import { evidenceId } from './evidence.dto.js';
import { EvidenceService } from './evidence.service.js';
import { attachmentHeader } from './file-name.js';

@ApiTags('evidence')
@Controller('api/evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly trail: AuditTrail,
  ) {}

  @Get(':id/file')
  @ApiOperation({ operationId: 'downloadEvidence', summary: 'The file as an attachment under its original name' })
  @ApiOkResponse({
    description: 'the file',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiErrors(400, 404)
  async file(
    @Param('id', { schema: evidenceId }) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.evidence.open(id);
    try {
      const { name, size, sha256 } = file;
      await this.trail.tellNow({
        action: 'evidence.download',
        object: { kind: 'evidence', id },
        after: { name, size, sha256 },
      });
    } catch (error) {
      content.destroy();
      throw error;
    }
    reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(content, {
      type: file.mime,
      disposition: attachmentHeader(file.name),
      length: file.size,
    });
  }
}
