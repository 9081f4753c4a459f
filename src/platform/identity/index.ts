export { identityEntities } from './identity.entities.js';
export { Identity1732300001000 } from './identity.migration.js';
export { IdentityModule } from './identity.module.js';
export { ROLE_KEYS, ROLES, type RoleKey } from './roles.js';
export { UsersRepository } from './users.repository.js';
