import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'tertib:public';
export const ROLES = 'tertib:roles';

/** A route that needs no sign-in. Without it every route does. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

/** A route for people who hold one of these roles; others get 403. */
export const Roles = (...roles: readonly string[]): ClassDecorator & MethodDecorator => SetMetadata(ROLES, roles);
