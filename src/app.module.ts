import { Global, Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { TestClockController } from './test-clock.controller.js';
import { KnownRoles, nodeName } from './adapters.js';
import * as audit from './platform/audit/index.js';
import * as cases from './platform/cases/index.js';
import * as files from './platform/files/index.js';
import { FormsModule } from './platform/forms/index.js';
import * as identity from './platform/identity/index.js';
import { KernelModule, requestContext, type AppConfig, type DatabaseParts } from './platform/kernel/index.js';
import * as notifications from './platform/notifications/index.js';
import * as releases from './platform/releases/index.js';
import * as tasks from './platform/tasks/index.js';
import { EngineClient, TertibTaskModule, WorkerModule, type Plugin } from './sdk/index.js';

const features = [identity, audit, files, notifications, releases, cases, tasks];
const modules = [
  identity.IdentityModule, audit.AuditModule, files.FilesModule, notifications.NotificationsModule, FormsModule, releases.ReleasesModule, cases.CasesModule, tasks.TasksModule,
];

/** What the parts ask of each other across a boundary: the engine's client and the known roles. */
@Global()
@Module({})
class Connections {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: Connections,
      providers: [
        { provide: EngineClient, useValue: new EngineClient({ ...config.engine, correlationId: () => requestContext.current()?.correlationId }) },
        { provide: releases.RoleCatalogue, useClass: KnownRoles },
      ],
      exports: [EngineClient, releases.RoleCatalogue],
    };
  }
}

/** The tables of every part. */
export const databaseParts = (plugins: readonly Plugin[]): DatabaseParts => ({
  entities: [...features, ...plugins].flatMap((part) => [...part.entities] as Function[]),
  migrations: [...features, ...plugins].flatMap((part) => [...part.migrations]),
});

/** The whole application: platform, worker and plugins. The only place that sees all of them. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig, plugins: readonly Plugin[]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        KernelModule.forRoot(config, databaseParts(plugins)),
        Connections.forRoot(config),
        TertibTaskModule,
        ...modules,
        WorkerModule.forRootAsync({ useFactory: () => ({ engine: config.engine, worker: { node: nodeName(config.dataDir) } }) }),
        ...plugins.map((plugin) => plugin.module),
      ],
      controllers: [HealthController, ...(config.test ? [TestClockController] : [])],
    };
  }
}
