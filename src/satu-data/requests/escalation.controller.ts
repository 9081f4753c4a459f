import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission } from 'tertib';
import { EscalateAnswer, EscalateBody } from './escalation.schemas.js';
import { EscalationService } from './escalation.service.js';

/** Telling leaders what their offices owe. */
@ApiTags('satu-data')
@Controller('api/satu-data')
export class EscalationController {
  constructor(private readonly escalations: EscalationService) {}

  @Post('escalate')
  @HttpCode(200)
  @Permission('satu-data.escalate')
  @ApiOkResponse({ standardSchema: EscalateAnswer })
  async escalate(@Body({ schema: EscalateBody }) body: EscalateBody): Promise<EscalateAnswer> {
    const { told, before, unreached } = await this.escalations.escalate(body);
    return { told: [...told], before: [...before], unreached: [...unreached] };
  }
}
