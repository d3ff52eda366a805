import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../platform/http/index.js';
import { type PreviewDto, type PreviewRequest, previewRequestSchema, previewSchema } from './preview.schema.js';
import { PreviewService } from './preview.service.js';

@ApiTags('standard')
@Controller('api/standard/preview')
export class PreviewController {
  constructor(private readonly previews: PreviewService) {}

  /** What other readings or parameters would turn on a day; nothing is stored. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: previewSchema })
  @ApiErrors(400)
  preview(@Body({ schema: previewRequestSchema }) request: PreviewRequest): Promise<PreviewDto> {
    return this.previews.of(request);
  }
}
