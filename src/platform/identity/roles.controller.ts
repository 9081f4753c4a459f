import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Roles } from '../../sdk/index.js';
import { Permissions } from './permissions.service.js';
import { RoleSettings } from './role-settings.service.js';
import { GivenRoles, PermissionView, RoleNames } from './roles.schemas.js';

/** What the administrator decides about roles: their names, and what they may do. */
@ApiTags('roles')
@Roles('admin')
@Controller('api')
export class RolesController {
  constructor(
    private readonly settings: RoleSettings,
    private readonly permissions: Permissions,
  ) {}

  /** Renames a role on all screens; diagrams and running cases keep its key. */
  @Put('roles/:key')
  @HttpCode(204)
  @ApiNoContentResponse()
  async rename(@Param('key') key: string, @Body({ schema: RoleNames }) names: z.infer<typeof RoleNames>): Promise<void> {
    await this.settings.rename(key, names);
  }

  @Get('permissions')
  @ApiOkResponse({ standardSchema: z.array(PermissionView) })
  async all(): Promise<z.infer<typeof PermissionView>[]> {
    return (await this.permissions.all()).map(({ key, plugin, title, description, given, roles }) => ({ key, plugin, title, description, roles: [...given], standard: [...roles] }));
  }

  /** Gives a permission to exactly these roles. */
  @Put('permissions/:key')
  @HttpCode(204)
  @ApiNoContentResponse()
  async give(@Param('key') key: string, @Body({ schema: GivenRoles }) { roles }: z.infer<typeof GivenRoles>): Promise<void> {
    await this.settings.give(key, roles);
  }
}
