import { MODULE_METADATA } from '@nestjs/common/constants.js';
import type { DynamicModule, ForwardReference, Type } from '@nestjs/common';

/** As Nest accepts it in `imports`. */
type Import = Type | DynamicModule | Promise<DynamicModule> | ForwardReference;

/** Which controllers are the platform's and its plugins': an application that Tertib is a part of has others, which are not ours to guard. */
export class OwnRoutes {
  private readonly controllers: ReadonlySet<Function> | null;

  /** @param modules - with all that they import; default: every controller there is. */
  constructor(modules?: readonly Import[]) {
    this.controllers = modules ? new Set(modules.flatMap((module) => controllersOf(module, new Set()))) : null;
  }

  includes(controller: Function): boolean {
    return this.controllers?.has(controller) ?? true;
  }
}

/** @throws for a module that comes later: a route that is not known now would stand open. */
function controllersOf(module: Import, seen: Set<Import>): Function[] {
  if (seen.has(module)) return [];
  seen.add(module);
  if (module instanceof Promise) throw new Error('A plugin\'s module imports another one by a promise. Await it before, so that its routes are known and guarded.');
  if ('forwardRef' in module) return controllersOf(module.forwardRef() as Type, seen);
  if ('module' in module) return [...listed(module.controllers), ...(module.imports ?? []).flatMap((one) => controllersOf(one as Import, seen)), ...controllersOf(module.module, seen)];
  const of = (key: string): readonly unknown[] => listed(Reflect.getMetadata(key, module));
  return [...(of(MODULE_METADATA.CONTROLLERS) as Function[]), ...(of(MODULE_METADATA.IMPORTS) as Import[]).flatMap((one) => controllersOf(one, seen))];
}

const listed = <T>(value: readonly T[] | undefined): readonly T[] => value ?? [];
