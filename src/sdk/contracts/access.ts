import { SetMetadata } from '@nestjs/common';

/** @internal */
export const PUBLIC = 'tertib:public';
/** @internal */
export const ROLES = 'tertib:roles';
/** @internal */
export const PERMISSION = 'tertib:permission';

/**
 * A route, or a controller, that needs no sign-in. Without it every route of Tertib and of a plugin's module asks for a session
 * and answers 401 where there is none.
 *
 * @public
 * @example
 * \@Public()
 * \@Get('opening-hours')
 * hours(): string { return 'Mon-Fri 8-15'; }
 */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);

/**
 * A route, or a controller, for people who hold at least one of these roles; others get a `forbidden` {@link Problem} (403).
 * On a method it replaces what the controller says. A role that nobody brings stops the start.
 *
 * @public
 * @example
 * \@Roles('admin')
 * \@Delete(':id')
 * async remove(): Promise<void> {}
 */
export const Roles = (...roles: readonly string[]): ClassDecorator & MethodDecorator => SetMetadata(ROLES, roles);

/**
 * A route for people whose roles have this permission; others get 403. The administrator gives permissions to roles, so this is what
 * a plugin's routes should ask for rather than `@Roles()`. Of both, both must hold. A permission that no plugin brings stops the start.
 *
 * @beta
 * @example
 * \@Get('register')
 * \@Permission('permits.see-register')
 * async register(): Promise<object> { … }
 */
export const Permission = (key: string): ClassDecorator & MethodDecorator => SetMetadata(PERMISSION, key);
