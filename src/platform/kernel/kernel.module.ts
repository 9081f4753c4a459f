import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { Clock, Transactions } from '../../sdk/index.js';
import { AppConfig } from './config/app-config.js';
import { openDatabase, type DatabaseParts } from './database/data-sources.js';
import { Database } from './database/database.js';
import { HeavyReads } from './database/heavy-reads.js';
import { DatabaseShutdown } from './database/database-shutdown.js';
import { Events } from './events.js';
import { OwnRoutes } from './http/own-routes.js';
import { SystemClock } from './system-clock.js';

/** Configuration, database, clock and events: what every other part stands on. */
@Global()
@Module({})
export class KernelModule {
  /** `config` provides {@link AppConfig} from what `imports` know; `routes` are those that the platform guards, by default all of the application. */
  static forRoot(config: Provider<AppConfig>, parts: DatabaseParts, imports: DynamicModule['imports'] = [], routes = new OwnRoutes()): DynamicModule {
    const providers = [
      config,
      { provide: Database, inject: [AppConfig], useFactory: (resolved: AppConfig) => openDatabase(resolved, parts) },
      { provide: Transactions, useExisting: Database },
      SystemClock,
      { provide: Clock, useExisting: SystemClock },
      { provide: HeavyReads, inject: [Database], useFactory: (database: Database) => new HeavyReads(database) },
      Events,
      { provide: OwnRoutes, useValue: routes },
    ];
    return {
      module: KernelModule,
      imports,
      providers: [...providers, DatabaseShutdown],
      exports: [AppConfig, Database, Transactions, HeavyReads, SystemClock, Clock, Events, OwnRoutes],
    };
  }
}
