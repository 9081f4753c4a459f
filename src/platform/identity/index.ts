import { identityEntities } from './identity.entities.js';
import { Identity1732300001000 } from './identity.migration.js';
import { OneTimeUntil1732400030000 } from './invitations/one-time-until.migration.js';
import { Permissions1732400001000 } from './permissions.migration.js';
import { Delegations1732400040000 } from './substitutes/delegations.migration.js';
import { ReminderDays1732400101171 } from './reminder-days.migration.js';
import { SubstituteEntity } from './substitutes/substitute.entity.js';
import { Substitutes1732400011000 } from './substitutes/substitutes.migration.js';
import { ApiTokenEntity } from './tokens/api-token.entity.js';
import { ApiTokens1732400009000 } from './tokens/api-tokens.migration.js';
import { Viewing1732400031000 } from './viewing/viewing.migration.js';

export { AccessRegistry } from './access-registry.js';
export { Directory } from './directory.service.js';
export { HolidayEntity, OfficeEntity } from './identity.entities.js';
export { localDate } from './local-date.js';
export { IdentityModule } from './identity.module.js';
export { RoleSettings } from './role-settings.service.js';
export { assertRoutesAreKnown } from './route-check.js';
export { Machines } from './tokens/token-scopes.js';
export { copyOffice, layOutOffice, vacantRoles, type OfficeCopy } from './office-copy.js';
export { Sessions } from './sessions.service.js';
export { PersonAccess } from './person-access.service.js';
export { PersonRoles } from './person-roles.schemas.js';
export { SettingsService } from './settings.service.js';
export { UsersRepository, type UserRecord } from './users.repository.js';

export const entities = [...identityEntities, ApiTokenEntity, SubstituteEntity];
export const migrations = [Identity1732300001000, Permissions1732400001000, ApiTokens1732400009000, Substitutes1732400011000, OneTimeUntil1732400030000, Viewing1732400031000, Delegations1732400040000, ReminderDays1732400101171];
