import type { FactoryProvider, ModuleMetadata } from '@nestjs/common';
import { AppConfig } from './platform/kernel/index.js';
import type { EngineOptions, Plugin } from './sdk/index.js';

/** How Tertib runs inside an application. Every value but `engine` has a default. @public */
export interface TertibOptions {
  /**
   * A Camunda 7 engine that runs already, by its REST address; or `embedded`: one that is built on the first start, started and
   * stopped with the application, on loopback, with its database in `dataDir`. Needs a JDK 17 or newer.
   */
  readonly engine: 'embedded' | EngineOptions;
  /** Folder for files, the SQLite database and the embedded engine; made where it is missing. Default `./data`. */
  readonly dataDir?: string;
  /** A PostgreSQL database of Tertib's own, `postgres://user:password@host/name`. Default: SQLite in `dataDir`. */
  readonly database?: { readonly url: string };
  /** An SMTP server, `smtp://user:password@host`. Default: mail is kept in an outbox that the administrator reads. */
  readonly mail?: { readonly url: string; readonly from?: string };
  /**
   * A messaging gateway that is told of new tasks: `https:`, or `http:` on this machine. Messages are signed with `secret`, of 32 characters or more. Private addresses are refused unless
   * `allowPrivate`. Needs `publicUrl`. Default: none. @beta
   */
  readonly webhook?: { readonly url: string; readonly secret: string; readonly allowPrivate?: boolean };
  /** The address by which browsers reach the application, where a proxy stands before it. */
  readonly publicUrl?: string;
  /** Proxies whose `X-Forwarded-*` headers are believed, e.g. `loopback` or `10.0.0.5`. Default: none. */
  readonly trustedProxy?: string;
  /** Signing in over plain HTTP from other machines. Default: no. */
  readonly allowHttp?: boolean;
}

/** What the modules are made of; known before anything starts. @public */
export interface TertibParts {
  /** The plugins that it runs; each name once. */
  readonly plugins: readonly Plugin[];
}

/** As every `forRootAsync` of Nest: options that other providers know, e.g. a configuration service. @public */
export interface TertibAsyncOptions extends TertibParts, Pick<ModuleMetadata, 'imports'> {
  /** What the factory's arguments are, by injection token. */
  readonly inject?: FactoryProvider['inject'];
  /** Makes the options, at the start; its arguments are whatever `inject` names. */
  readonly useFactory: (...args: never[]) => TertibOptions | Promise<TertibOptions>;
}

/** @throws naming each option that cannot be used. @internal */
export function configOf({ dataDir, database, mail, webhook, publicUrl, trustedProxy, allowHttp }: TertibOptions, engine: EngineOptions): AppConfig {
  return new AppConfig({
    TERTIB_DATA: dataDir,
    DATABASE_URL: database?.url,
    ENGINE_URL: engine.url,
    ENGINE_USER: engine.user,
    ENGINE_PASSWORD: engine.password,
    SMTP_URL: mail?.url,
    MAIL_FROM: mail?.from,
    WEBHOOK_URL: webhook?.url,
    WEBHOOK_SECRET: webhook?.secret,
    WEBHOOK_ALLOW_PRIVATE: webhook?.allowPrivate ? '1' : '',
    PUBLIC_URL: publicUrl,
    TRUSTED_PROXY: trustedProxy,
    TERTIB_ALLOW_HTTP: allowHttp ? '1' : '',
  });
}
