import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Roles } from '../../../sdk/index.js';
import { Abilities } from './abilities.schemas.js';
import { PersonAbilities } from './abilities.service.js';

@ApiTags('users')
@Roles('admin')
@Controller('api/users')
export class AbilitiesController {
  constructor(private readonly abilities: PersonAbilities) {}

  /** What the person may see and do now: roles and through what, permissions, procedures to start, steps of the live version. */
  @Get(':id/abilities')
  @ApiOkResponse({ standardSchema: Abilities })
  of(@Param('id') id: string): Promise<z.infer<typeof Abilities>> {
    return this.abilities.of(id);
  }
}
