import type { DynamicModule, Type } from '@nestjs/common';
import { HANDLERS } from '../task/decorators.js';

/** Where handlers are declared: a plugin, a Nest module (plain or dynamic), or a `@Handlers()` class itself. */
export type HandlerSource = Type | DynamicModule | { readonly module: Type | DynamicModule };

/** The `@Handlers()` classes below these sources, each once, as their modules' metadata name them. Nothing is instantiated. */
export function handlerClasses(sources: readonly HandlerSource[]): Type[] {
  const found = new Set<Type>();
  const seen = new Set<unknown>();
  const visit = (source: unknown): void => {
    if (!source || seen.has(source)) return;
    seen.add(source);
    if (source instanceof Promise) throw new Error('A module that is given as a promise cannot be read without starting it: give the module itself');
    if (typeof source === 'function' && isHandlers(source)) found.add(source as Type);
    for (const next of typeof source === 'function' ? declared(source) : written(source as Written)) visit(next);
  };
  sources.forEach(visit);
  return [...found];
}

interface Written {
  readonly module?: unknown;
  readonly imports?: readonly unknown[];
  readonly providers?: readonly unknown[];
  readonly useClass?: unknown;
  readonly forwardRef?: () => unknown;
}

/** What a dynamic module, a plugin, a provider or a forward reference points to. */
const written = ({ module, imports = [], providers = [], useClass, forwardRef }: Written): unknown[] => [module, ...imports, ...providers, useClass, forwardRef?.()];

/** What `@Module()` says of a class. */
const declared = (module: object): unknown[] => ['imports', 'providers'].flatMap((name) => (Reflect.getMetadata(name, module) as unknown[] | undefined) ?? []);

const isHandlers = (source: object): boolean => Reflect.getMetadata(HANDLERS, source) === true;
