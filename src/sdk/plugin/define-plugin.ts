import type { DynamicModule, Type } from '@nestjs/common';
import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/** What an application adds to the platform. */
export interface Plugin {
  /** Kebab-case; prefixes its tables. */
  readonly name: string;
  /** The Nest module that provides its handlers, rules and controllers. */
  readonly module: Type | DynamicModule;
  readonly entities: readonly (EntityTarget<ObjectLiteral> & Function)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** The procedure that people may start, and those that it calls: keys of diagrams in `bpmn/`. */
  readonly procedures: readonly string[];
}

/** Types a plugin's definition; does nothing else. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
