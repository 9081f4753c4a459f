import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AuditLog, Problem, Roles } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { HolidayBody, ImportBody, ImportResult, NewAccount, OfficeBody, OfficesQuery, OfficeView, RoleNames, UserBody, UserView } from './directory.schemas.js';
import { Directory } from './directory.service.js';
import { HolidayEntity, RoleEntity } from './identity.entities.js';
import { SettingsBody, SettingsView } from './settings.schemas.js';
import { SettingsService } from './settings.service.js';
import { UserImport } from './user-import.js';
import { UsersRepository } from './users.repository.js';

@ApiTags('offices')
@Controller('api/offices')
export class OfficesController {
  constructor(
    private readonly directory: Directory,
    private readonly audit: AuditLog,
  ) {}

  /** For everybody of the office itself: forms let them choose a producer. */
  @Get()
  @Roles('admin', 'kadis', 'kabid', 'kasi', 'staf', 'bps')
  @ApiOkResponse({ standardSchema: z.array(OfficeView) })
  async list(@Query({ schema: OfficesQuery }) { kind }: z.infer<typeof OfficesQuery>) {
    return (await this.directory.offices()).filter((office) => kind === undefined || office.kind === kind);
  }

  @Post()
  @Roles('admin')
  @ApiCreatedResponse({ standardSchema: OfficeView })
  async create(@Body({ schema: OfficeBody }) body: z.infer<typeof OfficeBody>) {
    const office = await this.directory.saveOffice(body);
    await this.audit.write({ action: 'office.created', subject: office.id, detail: { ...body } });
    return office;
  }

  @Put(':id')
  @Roles('admin')
  @ApiOkResponse({ standardSchema: OfficeView })
  async update(@Param('id') id: string, @Body({ schema: OfficeBody }) body: z.infer<typeof OfficeBody>) {
    const office = await this.directory.saveOffice(body, id, false);
    await this.audit.write({ action: 'office.changed', subject: id, detail: { ...body } });
    return office;
  }
}

@ApiTags('users')
@Roles('admin')
@Controller('api/users')
export class UsersController {
  constructor(
    private readonly directory: Directory,
    private readonly users: UsersRepository,
    private readonly imports: UserImport,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(UserView) })
  list() {
    return this.users.all();
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: NewAccount })
  async create(@Body({ schema: UserBody }) body: z.infer<typeof UserBody>) {
    const account = await this.directory.createUser(body);
    await this.audit.write({ action: 'user.created', subject: account.id, detail: { username: account.username, roles: body.roles } });
    return account;
  }

  @Put(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async update(@Param('id') id: string, @Body({ schema: UserBody }) body: z.infer<typeof UserBody>): Promise<void> {
    await this.directory.updateUser(id, body);
    await this.audit.write({ action: 'user.changed', subject: id, detail: { username: body.username, roles: body.roles, active: body.active } });
  }

  @Post(':id/password')
  @ApiCreatedResponse({ standardSchema: NewAccount })
  async resetPassword(@Param('id') id: string) {
    const account = await this.directory.resetPassword(id);
    await this.audit.write({ action: 'user.password-reset', subject: id });
    return account;
  }

  @Post('import')
  @ApiCreatedResponse({ standardSchema: ImportResult })
  async import(@Body({ schema: ImportBody }) { csv }: z.infer<typeof ImportBody>) {
    const result = await this.imports.run(csv);
    await this.audit.write({ action: 'user.imported', detail: { offices: result.offices, users: result.accounts.length } });
    return result;
  }
}

@ApiTags('settings')
@Roles('admin')
@Controller('api')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  @Get('settings')
  @ApiOkResponse({ standardSchema: SettingsView })
  read() {
    return this.settings.all();
  }

  @Put('settings')
  @HttpCode(204)
  @ApiNoContentResponse()
  async write(@Body({ schema: SettingsBody }) body: z.infer<typeof SettingsBody>): Promise<void> {
    await this.settings.set(body);
    await this.audit.write({ action: 'settings.changed', detail: { keys: Object.keys(body) } });
  }

  @Get('holidays')
  @ApiOkResponse({ standardSchema: z.array(HolidayBody) })
  holidays() {
    return this.database.read.find(HolidayEntity, { order: { date: 'ASC' } });
  }

  @Post('holidays')
  @ApiCreatedResponse({ standardSchema: HolidayBody })
  async addHoliday(@Body({ schema: HolidayBody }) body: z.infer<typeof HolidayBody>) {
    await this.database.tx((db) => db.save(HolidayEntity, body));
    return body;
  }

  @Delete('holidays/:date')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeHoliday(@Param('date') date: string): Promise<void> {
    const { affected } = await this.database.tx((db) => db.delete(HolidayEntity, { date }));
    if (affected === 0) throw Problem.notFound();
  }

  /** Renames an actor on all screens; diagrams and running cases keep its key. */
  @Put('roles/:key')
  @HttpCode(204)
  @ApiNoContentResponse()
  async renameRole(@Param('key') key: string, @Body({ schema: RoleNames }) body: z.infer<typeof RoleNames>): Promise<void> {
    const { affected } = await this.database.tx((db) => db.update(RoleEntity, { key }, body));
    if (affected === 0) throw Problem.notFound();
    await this.audit.write({ action: 'role.renamed', subject: key, detail: body });
  }
}
