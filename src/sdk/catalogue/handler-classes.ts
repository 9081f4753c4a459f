import type { DynamicModule, Type } from '@nestjs/common';
import { declaredIn } from '../plugin/declared.js';
import { HANDLERS } from '../task/decorators.js';

/** Where handlers are declared: a plugin, a Nest module (plain or dynamic), or a `@Handlers()` class itself. @beta */
export type HandlerSource = Type | DynamicModule | { readonly module: Type | DynamicModule };

/** The `@Handlers()` classes below these sources, each once, as their modules' metadata name them. Nothing is instantiated. */
export function handlerClasses(sources: readonly HandlerSource[]): Type[] {
  const providers = [...sources, ...declaredIn(sources, 'providers')].map((one) => (typeof one === 'function' ? one : (one as { readonly useClass?: unknown }).useClass));
  return [...new Set(providers.filter(isHandlers))];
}

const isHandlers = (source: unknown): source is Type => typeof source === 'function' && Reflect.getMetadata(HANDLERS, source) === true;
