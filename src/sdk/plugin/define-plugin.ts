import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/**
 * What an application adds to the platform: handlers, rules and routes by its Nest module, tables by its entities and
 * migrations, and the diagrams, forms and letters that it starts with.
 * @public
 */
export interface Plugin {
  /** Kebab-case; prefixes its tables. */
  readonly name: string;
  /**
   * The Nest module that provides its handlers, rules and controllers. Each route in it, and in the modules that it imports, asks
   * for a session unless it is `@Public()`; share services with the rest of an application by a module without controllers.
   */
  readonly module: Type | DynamicModule;
  /** TypeORM entities of its tables. Default columns of dates and JSON differ between SQLite and PostgreSQL: see the guide on plugins. */
  readonly entities: readonly (EntityTarget<ObjectLiteral> & Function)[];
  /** TypeORM migrations that make its tables; they run at the start. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The procedure that people may start, and those that it calls: keys of diagrams in `bpmn/`. */
  readonly procedures: readonly string[];
  /**
   * The folder with `bpmn/*.bpmn`, `forms/*.json` and `letters/*.hbs` as the plugin ships them; from them the first release
   * is made, and a further one whenever they change, until an administrator publishes edits of his own. Default: none.
   */
  readonly resources?: URL;
}

/**
 * Types a plugin's definition; does nothing else.
 *
 * @public
 * @example
 * export const Permits = definePlugin({
 *   name: 'permits',
 *   module: PermitsModule,
 *   entities: [PermitEntity],
 *   migrations: [Permits1764000000000],
 *   procedures: ['building-permit'],
 *   resources: new URL('../', import.meta.url),
 * });
 */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
