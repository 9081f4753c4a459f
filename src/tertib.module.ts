import { Global, Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { nodeName, rolesOf, roleTitlesOf } from './adapters.js';
import { EmbeddedEngine } from './embedded-engine.js';
import * as audit from './platform/audit/index.js';
import * as cases from './platform/cases/index.js';
import * as files from './platform/files/index.js';
import { CodeLists, FormsModule } from './platform/forms/index.js';
import * as identity from './platform/identity/index.js';
import { AppConfig, KernelModule, OwnRoutes, requestContext, type DatabaseParts } from './platform/kernel/index.js';
import * as migration from './platform/migration/index.js';
import * as notifications from './platform/notifications/index.js';
import { OperateModule } from './platform/operate/index.js';
import { PluginsModule, ScreenRegistry } from './platform/plugins/index.js';
import * as rehearsals from './platform/rehearsals/index.js';
import * as releases from './platform/releases/index.js';
import * as tasks from './platform/tasks/index.js';
import { declaredIn } from './sdk/plugin/declared.js';
import { CodeRegistry, EngineClient, StandIn, TertibCatalogueModule, TertibTaskModule, WorkerModule, type Plugin, type WorkerOptions } from './sdk/index.js';
import { NoStages, ProcessStages, type MakeTertib } from './rehearsal-stages.js';
import { configOf, type TertibAsyncOptions, type TertibOptions, type TertibParts } from './tertib-options.js';

const features = [identity, audit, files, notifications, releases, cases, tasks, migration, rehearsals];
const modules = [
  identity.IdentityModule, audit.AuditModule, files.FilesModule, notifications.NotificationsModule, FormsModule, releases.ReleasesModule, cases.CasesModule, tasks.TasksModule, migration.MigrationModule, OperateModule, rehearsals.RehearsalsModule, PluginsModule,
];

/** What the parts ask of each other across a boundary: the engine's client, what the plugins bring. */
@Global()
@Module({})
class Connections {
  static forRoot(plugins: readonly Plugin[], stage?: StageParts): DynamicModule {
    const access = new identity.AccessRegistry(plugins);
    identity.assertRoutesAreKnown(declaredIn([...modules, ...plugins.map(({ module }) => module)], 'controllers') as Function[], access);
    const screens = new ScreenRegistry(plugins, new Set(access.permissions.map(({ key }) => key)));
    const paths = stage ? [stage.folder] : releases.shippedFolders(plugins);
    const make: MakeTertib = (config, script, folder) => TertibModule.withConfig(plugins, { useFactory: () => config, stage: { script, folder } });
    const standIn = stage ? [{ provide: StandIn, useValue: stage.script.standIn }] : [];
    return {
      module: Connections,
      providers: [
        { provide: EngineClient, inject: [AppConfig], useFactory: ({ engine }: AppConfig) => new EngineClient({ ...engine, correlationId: () => requestContext.current()?.correlationId }) },
        { provide: identity.AccessRegistry, useValue: access },
        { provide: audit.ActionWords, useValue: new audit.ActionWords(plugins) },
        { provide: CodeLists, useValue: new CodeLists(plugins) },
        { provide: CodeRegistry, useExisting: CodeLists },
        { provide: ScreenRegistry, useValue: screens },
        { provide: releases.RoleCatalogue, useValue: rolesOf(access) },
        { provide: releases.StepProperties, useValue: new releases.StepProperties(plugins) },
        { provide: releases.RoleTitles, inject: [identity.RoleSettings], useFactory: roleTitlesOf },
        { provide: releases.PageNeeds, useValue: { all: screens.needs } satisfies releases.PageNeeds },
        { provide: releases.ShippedFolders, useValue: { paths } satisfies releases.ShippedFolders },
        { provide: rehearsals.Stages, inject: [AppConfig], useFactory: (own: AppConfig) => (stage ? new NoStages() : new ProcessStages(make, own)) },
        ...standIn,
      ],
      exports: [EngineClient, identity.AccessRegistry, audit.ActionWords, CodeLists, CodeRegistry, ScreenRegistry, releases.RoleCatalogue, releases.StepProperties, releases.RoleTitles, releases.PageNeeds, releases.ShippedFolders, rehearsals.Stages, ...standIn.map(({ provide }) => provide)],
    };
  }
}

/** The tables of every part. @internal */
export const databaseParts = (plugins: readonly Plugin[]): DatabaseParts => ({
  entities: [...features, ...plugins].flatMap((part) => [...(part.entities ?? [])] as Function[]),
  migrations: [...features, ...plugins].flatMap((part) => [...(part.migrations ?? [])]),
});

/**
 * Tertib in a NestJS application: its HTTP interface under `/api`, its screens under `/admin`, a worker for the handlers of the
 * plugins. The application keeps its own database, modules and routes. `main.ts` calls {@link configureTertib} as well.
 *
 * @public
 * @example
 * \@Module({ imports: [TertibModule.forRoot({ engine: 'embedded', plugins: [Permits] }), OrdersModule] })
 * export class AppModule {}
 */
@Module({})
export class TertibModule {
  /** With options that are known beforehand. @throws at the start, naming each option that cannot be used. */
  static forRoot({ plugins, ...options }: TertibOptions & TertibParts): DynamicModule {
    return TertibModule.forRootAsync({ plugins, useFactory: () => options });
  }

  /**
   * With options that other providers know.
   *
   * @throws at the start, naming each option that cannot be used.
   * @example
   * TertibModule.forRootAsync({
   *   plugins: [Permits],
   *   inject: [ConfigService],
   *   useFactory: (config: ConfigService) => ({ engine: config.getOrThrow('engine') }),
   * })
   */
  static forRootAsync({ plugins, imports, inject = [], useFactory }: TertibAsyncOptions): DynamicModule {
    const resolved = useFactory as (...args: unknown[]) => TertibOptions | Promise<TertibOptions>;
    return TertibModule.withConfig(plugins, {
      imports: [...(imports ?? []), EmbeddedEngineModule],
      inject: [EmbeddedEngine, ...inject],
      useFactory: async (embedded: EmbeddedEngine, ...args: unknown[]) => {
        const options = await resolved(...args);
        return configOf(options, options.engine === 'embedded' ? await embedded.start(options.dataDir) : options.engine);
      },
    });
  }

  /** @internal Our own application, which reads the environment. */
  static withConfig(plugins: readonly Plugin[], { imports = [], worker, stage, ...config }: ConfigSource): DynamicModule {
    const parts = [...modules, ...plugins.map((plugin) => plugin.module)];
    return {
      module: TertibModule,
      imports: [
        KernelModule.forRoot({ ...config, provide: AppConfig }, databaseParts(plugins), imports, new OwnRoutes(parts)),
        Connections.forRoot(plugins, stage),
        TertibTaskModule,
        TertibCatalogueModule,
        ...modules,
        WorkerModule.forRootAsync({ inject: [AppConfig], useFactory: ({ engine, dataDir }: AppConfig) => ({ engine, worker: worker ?? { node: nodeName(dataDir) } }) }),
        ...plugins.map((plugin) => plugin.module),
      ],
    };
  }
}

/** Provided once, so that it is stopped once. */
@Module({ providers: [EmbeddedEngine], exports: [EmbeddedEngine] })
class EmbeddedEngineModule {}

type ConfigSource = Pick<TertibAsyncOptions, 'imports'> & Pick<FactoryProvider<AppConfig>, 'inject' | 'useFactory'> & { readonly worker?: WorkerOptions; readonly stage?: StageParts };

/** What a rehearsal plays, in place of what ships. */
interface StageParts {
  readonly script: rehearsals.Script;
  readonly folder: string;
}
