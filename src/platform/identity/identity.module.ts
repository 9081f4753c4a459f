import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Asker, ExampleData, Offices, Settings, WorkingDays } from '../../sdk/index.js';
import { AccessGuard } from './access.guard.js';
import { DemoAccountsFile } from './demo-accounts.js';
import { DemoSeed } from './demo-seed.js';
import { OfficesController, SettingsController, UsersController } from './directory.controller.js';
import { Directory } from './directory.service.js';
import { ExampleDataService } from './example-data.service.js';
import { FirstStart } from './first-start.js';
import { Invitations } from './invitations/invitations.service.js';
import { Passwords } from './passwords.js';
import { Permissions } from './permissions.service.js';
import { AskerService, OfficesService } from './people.service.js';
import { PersonAccess } from './person-access.service.js';
import { RoleSettings } from './role-settings.service.js';
import { RoleFit } from './role-fit.js';
import { RolesController } from './roles.controller.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.service.js';
import { SettingsService } from './settings.service.js';
import { SignIn } from './sign-in.service.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { DelegationNews } from './substitutes/delegation-news.js';
import { DelegationsController } from './substitutes/delegations.controller.js';
import { Delegations } from './substitutes/delegations.service.js';
import { StandingIn } from './substitutes/standing-in.js';
import { SubstitutesController } from './substitutes/substitutes.controller.js';
import { Substitutes } from './substitutes/substitutes.service.js';
import { ApiTokensController } from './tokens/api-tokens.controller.js';
import { ApiTokens } from './tokens/api-tokens.service.js';
import { TokenAccess } from './tokens/token-access.js';
import { UserImport } from './user-import.js';
import { UsersRepository } from './users.repository.js';
import { AskingPerson } from './viewing/asking.js';
import { ViewingController } from './viewing/viewing.controller.js';
import { Viewing } from './viewing/viewing.service.js';
import { WorkingDaysService } from './working-days.service.js';

/** People, offices, roles, permissions, sessions, settings and holidays; the guard of every route. Needs an `AccessRegistry` from a global module. */
@Global()
@Module({
  controllers: [SessionController, ViewingController, OfficesController, UsersController, SettingsController, RolesController, SubstitutesController, DelegationsController, ApiTokensController],
  providers: [
    Passwords, UsersRepository, SignInLimiter, Sessions, SignIn, Viewing, AskingPerson, Directory, Invitations, UserImport, DemoAccountsFile, DemoSeed, ExampleDataService, FirstStart, ApiTokens, TokenAccess,
    Permissions, PersonAccess, RoleSettings, RoleFit, StandingIn, Substitutes, Delegations, DelegationNews, SettingsService, AskerService, OfficesService, WorkingDaysService,
    { provide: Settings, useExisting: SettingsService },
    { provide: Asker, useExisting: AskerService },
    { provide: Offices, useExisting: OfficesService },
    { provide: ExampleData, useExisting: ExampleDataService },
    { provide: WorkingDays, useExisting: WorkingDaysService },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Settings, Asker, Offices, ExampleData, WorkingDays, UsersRepository, PersonAccess, RoleSettings],
})
export class IdentityModule {}
