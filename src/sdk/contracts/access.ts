import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'tertib:public';
export const ROLES = 'tertib:roles';
export const PERMISSION = 'tertib:permission';

/** A route that needs no sign-in. Without it every route does. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

/** A route for people who hold one of these roles; others get 403. A role that nobody brings stops the start. */
export const Roles = (...roles: readonly string[]): ClassDecorator & MethodDecorator => SetMetadata(ROLES, roles);

/**
 * A route for people whose roles have this permission; others get 403. The administrator gives permissions to roles, so this is what
 * a plugin's routes should ask for rather than `@Roles()`. Of both, both must hold. A permission that no plugin brings stops the start.
 *
 * @example
 * \@Get('register')
 * \@Permission('permits.see-register')
 * register() { … }
 */
export const Permission = (key: string): ClassDecorator & MethodDecorator => SetMetadata(PERMISSION, key);
