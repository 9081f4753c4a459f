import { SetMetadata } from '@nestjs/common';

export const MACHINES = 'tertib:machines';

/** What a machine may be allowed to do. A token has some of them, a route names one. */
export const TOKEN_SCOPES = ['releases:read', 'releases:write', 'operations'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A route that also answers an API token with this scope; without it no route does. What people may is said by `@Roles()`. */
export const Machines = (scope: TokenScope): ClassDecorator & MethodDecorator => SetMetadata(MACHINES, scope);
