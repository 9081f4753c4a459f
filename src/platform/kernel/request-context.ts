import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal, Language } from '../../sdk/index.js';

/** What is known of the request or task under way. */
export interface RequestContext {
  readonly correlationId: string;
  language: Language;
  principal: Principal | null;
  /** The administrator who is only looking as `principal`: what is written down is about him. */
  viewer?: { readonly id: string; readonly name: string; readonly until: Date } | null;
  /** Whether a route of the platform or a plugin answers, or one of an application that has Tertib as a part; told by the guard. */
  own?: boolean;
  /** When all of a request had come, by `performance.now()`: how long it then waits for its turn is the server's affair. */
  received?: number | undefined;
}

const waited = (context: RequestContext | undefined): number => (context?.received === undefined ? 0 : Math.round(performance.now() - context.received));

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  run: <T>(context: RequestContext, work: () => T): T => storage.run(context, work),
  current: (): RequestContext | undefined => storage.getStore(),
  correlationId: (): string => storage.getStore()?.correlationId ?? '-',
  language: (): Language => storage.getStore()?.language ?? 'id',
  principal: (): Principal | null => storage.getStore()?.principal ?? null,
  viewer: () => storage.getStore()?.viewer ?? null,
  /** When all of the request under way had come, by `performance.now()`. */
  received: (): number | undefined => storage.getStore()?.received,
  /** The same by a clock that says `now`; now, where none is. */
  arrivedAt: (now: Date): Date => new Date(now.getTime() - waited(storage.getStore())),
};
