import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Roles } from '../../sdk/index.js';
import { Incidents } from './incidents.service.js';

@ApiTags('cases')
@Controller('api/incidents')
export class IncidentsController {
  constructor(private readonly incidents: Incidents) {}

  @Post(':id/retry')
  @Roles('admin')
  @HttpCode(204)
  @ApiNoContentResponse()
  retry(@Param('id') id: string): Promise<void> {
    return this.incidents.retry(id);
  }
}
