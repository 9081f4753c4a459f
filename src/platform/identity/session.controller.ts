import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Asker, Problem, Public } from '../../sdk/index.js';
import { AppConfig, Database, requestContext } from '../kernel/index.js';
import { assertOwnPages } from './access.guard.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { UserEntity } from './identity.entities.js';
import { Permissions } from './permissions.service.js';
import { RoleSettings } from './role-settings.service.js';
import { assertMaySignIn, isOwnMachine, readSessionCookie, writeSessionCookie } from './session-cookie.js';
import { DemoAccounts, LanguageBody, PasswordBody, SessionView, SignInBody } from './session.schemas.js';
import { Sessions } from './sessions.service.js';
import { SettingsService } from './settings.service.js';
import { SignIn } from './sign-in.service.js';
import { UsersRepository } from './users.repository.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly config: AppConfig,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly users: UsersRepository,
    private readonly settings: SettingsService,
    private readonly database: Database,
    private readonly asker: Asker,
    private readonly demo: DemoAccountsFile,
    private readonly roles: RoleSettings,
    private readonly permissions: Permissions,
  ) {}

  @Public()
  @Post()
  @ApiCreatedResponse({ standardSchema: SessionView })
  async open(@Body({ schema: SignInBody }) body: z.infer<typeof SignInBody>, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    assertOwnPages(request, this.config);
    assertMaySignIn(request, this.config);
    const token = await this.signIn.signIn(body.username, body.password, request.ip ?? '-', readSessionCookie(request, this.config));
    writeSessionCookie(request, response, this.config, token);
    return this.view((await this.sessions.userOf(token)) as string, request);
  }

  @Get()
  @ApiOkResponse({ standardSchema: SessionView })
  current(@Req() request: Request) {
    return this.view(this.asker.required().id, request);
  }

  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.signOut(readSessionCookie(request, this.config) ?? '');
    writeSessionCookie(request, response, this.config, null);
  }

  @Put('password')
  @ApiOkResponse({ standardSchema: SessionView })
  async changePassword(@Body({ schema: PasswordBody }) body: z.infer<typeof PasswordBody>, @Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const { id } = this.asker.required();
    writeSessionCookie(request, response, this.config, await this.signIn.changePassword(id, body.current, body.next));
    return this.view(id, request);
  }

  @Put('language')
  @HttpCode(204)
  @ApiNoContentResponse()
  async changeLanguage(@Body({ schema: LanguageBody }) { language }: z.infer<typeof LanguageBody>): Promise<void> {
    await this.database.tx((db) => db.update(UserEntity, { id: this.asker.required().id }, { language }));
  }

  /** On the machine itself, with `--demo`: who can sign in. */
  @Public()
  @Get('demo-accounts')
  @ApiOkResponse({ standardSchema: DemoAccounts })
  demoAccounts(@Req() request: Request) {
    if (!this.config.demo || !isOwnMachine(request)) throw Problem.notFound();
    return this.demo.read();
  }

  private async view(userId: string, request: Request): Promise<z.infer<typeof SessionView>> {
    const [principal, roles] = await Promise.all([this.users.principal(userId), this.roles.names()]);
    if (!principal) throw Problem.notFound();
    const context = requestContext.current();
    if (context) context.language = principal.language;
    const { id, username, name, title, officeId, officeKind, language, standsIn = [] } = principal;
    const viewer = requestContext.viewer();
    const mustChange = principal.mustChange && !viewer;
    return {
      user: { id, username, name, title: title ?? null, roles: [...principal.roles], officeId, officeKind, language, mustChange, standsIn: [...standsIn] },
      permissions: await this.permissions.of(principal),
      roles,
      officeName: await this.settings.get('office.name', ''),
      timezone: await this.settings.get('timezone', 'Asia/Jakarta'),
      seenBy: viewer && { name: viewer.name, until: viewer.until.toISOString() },
      warning: assertMaySignIn(request, this.config) ? 'plain-http' : null,
    };
  }
}
