import 'reflect-metadata';
import { PERMISSION, ROLES } from '../../sdk/index.js';
import type { AccessRegistry } from './access-registry.js';

/** @throws a sentence for a route that asks for a role or a permission that nobody brings: nobody could ever use it. */
export function assertRoutesAreKnown(controllers: readonly Function[], registry: AccessRegistry): void {
  for (const controller of controllers) {
    for (const [target, where] of targetsOf(controller)) {
      const permission = Reflect.getMetadata(PERMISSION, target) as string | undefined;
      if (permission !== undefined && !registry.permission(permission)) {
        throw new Error(`${where} asks for the permission "${permission}", which no plugin brings: name it in the plugin's "permissions"`);
      }
      const roles = (Reflect.getMetadata(ROLES, target) ?? []) as readonly string[];
      const unknown = roles.find((role) => !registry.role(role));
      if (unknown !== undefined) throw new Error(`${where} is for the role "${unknown}", which nobody brings: name it in the plugin's "roles"`);
    }
  }
}

function targetsOf(controller: Function): [Function, string][] {
  const methods = new Map<string, Function>();
  for (let prototype = controller.prototype as object | null; prototype && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value === 'function' && name !== 'constructor' && !methods.has(name)) methods.set(name, value as Function);
    }
  }
  return [[controller, controller.name], ...[...methods].map(([name, method]): [Function, string] => [method, `${controller.name}.${name}`])];
}
