import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { z } from 'zod';
import { ExtensionService } from './extension.service.js';

/** Moments with an offset only: a bare date would mean midnight in London, seven in the morning here. */
export const ExtendBody = z.object({
  caseId: z.string().max(64),
  /** Left out: every producer whose request is open. */
  officeIds: z.array(z.string().max(64)).min(1).max(1000).optional(),
  until: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
  reason: z.string().trim().min(5).max(1000),
});
const ExtendAnswer = z.object({ officeIds: z.array(z.string()), until: z.string() });

/** Extension of deadlines. */
@ApiTags('satu-data')
@Controller('api/satu-data')
export class ExtensionController {
  constructor(private readonly extensions: ExtensionService) {}

  @Post('extend')
  @HttpCode(200)
  @Permission('satu-data.extend-deadline')
  @ApiOkResponse({ standardSchema: ExtendAnswer })
  async extend(@Body({ schema: ExtendBody }) body: z.output<typeof ExtendBody>): Promise<z.infer<typeof ExtendAnswer>> {
    return { officeIds: await this.extensions.extend(body), until: body.until.toISOString() };
  }
}
