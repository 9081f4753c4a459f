import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { AccessRegistry, RoleSettings } from './platform/identity/index.js';
import type { RoleCatalogue, RoleTitles } from './platform/releases/index.js';

/** The same for every start on one data folder of one machine: by it the worker knows what an earlier start left locked. */
export const nodeName = (dataDir: string): string => `tertib-${createHash('sha256').update(`${hostname()} ${dataDir}`).digest('hex').slice(0, 12)}`;

/** Lets the check before publishing ask which roles there are. */
export const rolesOf = ({ roleKeys }: AccessRegistry): RoleCatalogue => ({ keys: () => Promise.resolve(roleKeys) });

/** Lets the comparison of versions name them, as the office calls them now. */
export const roleTitlesOf = (settings: RoleSettings): RoleTitles => ({ all: async () => new Map((await settings.names()).map(({ key, name }) => [key, name])) });
