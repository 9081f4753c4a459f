/** The part of the client library that the worker uses; the package has no types of its own. */
declare module 'camunda-external-task-client-js' {
  import type { EventEmitter } from 'node:events';

  interface RequestOptions {
    readonly headers?: Readonly<Record<string, string>>;
    readonly [option: string]: unknown;
  }

  export interface ClientOptions {
    readonly baseUrl: string;
    readonly workerId: string;
    maxTasks: number;
    usePriority?: boolean;
    asyncResponseTimeout: number;
    readonly interval: number;
    readonly autoPoll: boolean;
    readonly interceptors: (request: RequestOptions) => RequestOptions;
  }

  export class Client extends EventEmitter {
    constructor(options: ClientOptions);
    /** Read before each poll. */
    readonly options: ClientOptions;
    start(): void;
    stop(): void;
    subscribe(topic: string, options: { readonly lockDuration: number }, handler: () => Promise<void>): void;
  }
}
