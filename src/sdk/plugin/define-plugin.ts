import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { CodeList } from '../contracts/code-lists.js';
import type { Text } from '../contracts/text.js';
import type { PluginPermission, PluginRole } from './plugin-access.js';
import type { PluginScreens } from './plugin-screens.js';
import type { StepProperty } from './plugin-steps.js';

/**
 * What an application adds to the platform: handlers, rules and routes by its Nest module, tables by its entities and
 * migrations, the diagrams, forms and letters that it starts with, who may do what, and pages of the admin.
 *
 * @public
 */
export interface Plugin {
  /** Kebab-case; prefixes its tables, permissions and the addresses of its pages. */
  readonly name: string;
  /**
   * The Nest module that provides its handlers, rules and controllers. Each route in it, and in the modules that it imports, asks
   * for a session unless it is `@Public()`; share services with the rest of an application by a module without controllers.
   */
  readonly module: Type | DynamicModule;
  /** TypeORM entities of its tables. Default: none. */
  readonly entities?: readonly (EntityTarget<ObjectLiteral> & Function)[];
  /** TypeORM migrations, run at the start, each once, in the order of the numbers that end their class names. Default: none. */
  readonly migrations?: readonly (new () => MigrationInterface)[];
  /** The procedure that people may start, and those that it calls: keys of diagrams in `bpmn/`. */
  readonly procedures: readonly string[];
  /**
   * The folder with `bpmn/*.bpmn`, `forms/*.json` and `letters/*.hbs` as the plugin ships them; from them the first release
   * is made, and a further one whenever they change, until an administrator publishes edits of his own. Default: none.
   */
  readonly resources?: URL;
  /** By key, in kebab-case. A role that another plugin brings too is the same role, by the texts of the first. Default: none. */
  readonly roles?: Readonly<Record<string, PluginRole>>;
  /** By key: the plugin's name, a dot, kebab-case. Routes ask for one by `@Permission()`. Default: none. */
  readonly permissions?: Readonly<Record<string, PluginPermission>>;
  /** Lists of codes that forms let people choose from. Default: none. */
  readonly codeLists?: readonly CodeList[];
  /** What the steps of its diagrams are marked with, by the name of the property in the diagram: kebab-case. Default: nothing. @beta */
  readonly stepProperties?: Readonly<Record<string, StepProperty>>;
  /** What its entries in the audit trail are called, by their `action`. Default: the administrator sees the code. @beta */
  readonly auditActions?: Readonly<Record<string, Text>>;
  /** Pages of the admin. Default: none. */
  readonly screens?: PluginScreens;
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
 *   roles: { surveyor: { title: { id: 'Petugas ukur', en: 'Surveyor' } } },
 *   permissions: {
 *     'permits.see-register': {
 *       title: { id: 'Lihat daftar izin', en: 'See the register of permits' },
 *       description: { id: 'Melihat semua izin yang pernah diminta.', en: 'Sees every permit that was ever asked for.' },
 *       roles: ['surveyor'],
 *     },
 *   },
 *   screens: {
 *     folder: new URL('screens/', import.meta.url),
 *     pages: { register: { title: { id: 'Daftar izin', en: 'Permits' }, icon: 'list', permission: 'permits.see-register' } },
 *   },
 * });
 */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
