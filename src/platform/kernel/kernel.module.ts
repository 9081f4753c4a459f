import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, Transactions } from '../../sdk/index.js';
import { AppConfig } from './config/app-config.js';
import { openDatabase, type DatabaseParts } from './database/data-sources.js';
import { Database } from './database/database.js';
import { DatabaseShutdown } from './database/database-shutdown.js';
import { Events } from './events.js';
import { SystemClock } from './system-clock.js';

/** Configuration, database, clock and events: what every other part stands on. */
@Global()
@Module({})
export class KernelModule {
  static forRoot(config: AppConfig, parts: DatabaseParts): DynamicModule {
    const providers = [
      { provide: AppConfig, useValue: config },
      { provide: Database, useFactory: () => openDatabase(config, parts) },
      { provide: Transactions, useExisting: Database },
      SystemClock,
      { provide: Clock, useExisting: SystemClock },
      Events,
    ];
    return {
      module: KernelModule,
      providers: [...providers, DatabaseShutdown],
      exports: [AppConfig, Database, Transactions, SystemClock, Clock, Events],
    };
  }
}
