import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { IncidentGroups } from './incident-groups.service.js';
import { IncidentInput } from './incident-input.service.js';
import { IncidentGroupsSchema, InputSchema, RepairBody } from './incident.schemas.js';
import { Repairs } from './repairs.service.js';

/** What does not go on by itself, over all cases. */
@ApiTags('operate')
@Roles('admin')
@Controller('api/incidents')
export class RepairsController {
  constructor(
    private readonly groups: IncidentGroups,
    private readonly input: IncidentInput,
    private readonly repairs: Repairs,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: IncidentGroupsSchema })
  all(): Promise<z.infer<typeof IncidentGroupsSchema>> {
    return this.groups.all();
  }

  /** What the step was given. */
  @Get(':id/input')
  @ApiOkResponse({ standardSchema: InputSchema })
  fields(@Param('id') id: string): Promise<z.infer<typeof InputSchema>> {
    return this.input.fields(id);
  }

  /** Runs it again, with a reason; `values` replace what the step was given. */
  @Post(':id/repair')
  @HttpCode(204)
  @ApiNoContentResponse()
  repair(@Param('id') id: string, @Body({ schema: RepairBody }) body: z.infer<typeof RepairBody>): Promise<void> {
    return this.repairs.run(id, body);
  }
}
