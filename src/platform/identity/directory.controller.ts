import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Asker, AuditLog, Problem, Roles } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { DeliveryBody, HolidayBody, ImportBody, ImportResult, NewAccount, NewUserBody, OfficeBody, OfficesQuery, OfficeView, UserBody, UserView } from './directory.schemas.js';
import { Directory } from './directory.service.js';
import { HolidayEntity } from './identity.entities.js';
import { Invitations } from './invitations/invitations.service.js';
import { SettingsBody, SettingsView } from './settings.schemas.js';
import { SettingsService } from './settings.service.js';
import { UserImport } from './user-import.js';
import { UsersRepository } from './users.repository.js';

@ApiTags('offices')
@Controller('api/offices')
export class OfficesController {
  constructor(
    private readonly directory: Directory,
    private readonly asker: Asker,
  ) {}

  /** For everybody but the producers: forms let them choose one. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(OfficeView) })
  async list(@Query({ schema: OfficesQuery }) { kind }: z.infer<typeof OfficesQuery>) {
    if (this.asker.required().officeKind === 'produsen') throw Problem.forbidden();
    return (await this.directory.offices()).filter((office) => kind === undefined || office.kind === kind);
  }

  @Post()
  @Roles('admin')
  @ApiCreatedResponse({ standardSchema: OfficeView })
  create(@Body({ schema: OfficeBody }) body: z.infer<typeof OfficeBody>) {
    return this.directory.createOffice(body);
  }

  @Put(':id')
  @Roles('admin')
  @ApiOkResponse({ standardSchema: OfficeView })
  update(@Param('id') id: string, @Body({ schema: OfficeBody }) body: z.infer<typeof OfficeBody>) {
    return this.directory.updateOffice(id, body);
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
    private readonly invitations: Invitations,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(UserView) })
  list() {
    return this.users.all();
  }

  /** Invites a person: the one-time password goes by mail, or is answered to be printed. */
  @Post()
  @ApiCreatedResponse({ standardSchema: NewAccount })
  async create(@Body({ schema: NewUserBody }) { by, ...body }: z.infer<typeof NewUserBody>): Promise<z.infer<typeof NewAccount>> {
    return this.invitations.deliver(await this.directory.createUser(body), by);
  }

  @Put(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async update(@Param('id') id: string, @Body({ schema: UserBody }) body: z.infer<typeof UserBody>): Promise<void> {
    await this.directory.updateUser(id, body);
  }

  /** A new one-time password; the one before, and the password, open nothing from now on. */
  @Post(':id/password')
  @ApiCreatedResponse({ standardSchema: NewAccount })
  async resetPassword(@Param('id') id: string, @Body({ schema: DeliveryBody }) { by }: z.infer<typeof DeliveryBody>): Promise<z.infer<typeof NewAccount>> {
    return this.invitations.deliver(await this.directory.resetPassword(id), by);
  }

  @Post('import')
  @ApiCreatedResponse({ standardSchema: ImportResult })
  import(@Body({ schema: ImportBody }) { csv }: z.infer<typeof ImportBody>) {
    return this.imports.run(csv);
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
    await this.database.tx(async () => {
      await this.settings.set(body);
      await this.audit.write({ action: 'settings.changed', detail: { keys: Object.keys(body) } });
    });
  }

  @Get('holidays')
  @ApiOkResponse({ standardSchema: z.array(HolidayBody) })
  holidays() {
    return this.database.read.find(HolidayEntity, { order: { date: 'ASC' } });
  }

  /** Adds the day, or names it anew. */
  @Post('holidays')
  @ApiCreatedResponse({ standardSchema: HolidayBody })
  async addHoliday(@Body({ schema: HolidayBody }) body: z.infer<typeof HolidayBody>) {
    await this.database.tx(async (db) => {
      await db.save(HolidayEntity, body);
      await this.audit.write({ action: 'holiday.set', subject: body.date, detail: { name: body.name, kind: body.kind } });
    });
    return body;
  }

  @Delete('holidays/:date')
  @HttpCode(204)
  @ApiNoContentResponse()
  async removeHoliday(@Param('date') date: string): Promise<void> {
    await this.database.tx(async (db) => {
      const { affected } = await db.delete(HolidayEntity, { date });
      if (affected === 0) throw Problem.notFound();
      await this.audit.write({ action: 'holiday.removed', subject: date });
    });
  }
}
