import { identityEntities } from './identity.entities.js';
import { Identity1732300001000 } from './identity.migration.js';

export { IdentityModule } from './identity.module.js';
export { ROLE_KEYS, ROLES, type RoleKey } from './roles.js';
export { UsersRepository } from './users.repository.js';

export const entities = identityEntities;
export const migrations = [Identity1732300001000];
