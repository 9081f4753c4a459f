import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import type { EngineOptions } from '../../engine/index.js';
import { Replay } from './replay.js';
import { ENGINE_OPTIONS, TaskWorker } from './task-worker.js';
import { WORKER_OPTIONS, type WorkerOptions } from './worker-options.js';

/** What {@link WorkerModule.forRootAsync} needs. @internal */
export interface WorkerModuleOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly inject?: FactoryProvider['inject'];
  // The arguments are whatever `inject` names.
  readonly useFactory: (...args: never[]) => { readonly engine: EngineOptions; readonly worker?: WorkerOptions };
}

const MODULE_OPTIONS = Symbol('tertib:worker-module-options');
type Resolved = ReturnType<WorkerModuleOptions['useFactory']>;

/** Starts a worker for every topic in the registry. Needs `EngineClient`, `StepLedger` and `WorkerHooks`. @internal */
@Module({})
export class WorkerModule {
  static forRootAsync(options: WorkerModuleOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: options.imports ?? [],
      providers: [
        { provide: MODULE_OPTIONS, inject: options.inject ?? [], useFactory: options.useFactory as (...args: unknown[]) => Resolved },
        { provide: ENGINE_OPTIONS, inject: [MODULE_OPTIONS], useFactory: (resolved: Resolved) => resolved.engine },
        { provide: WORKER_OPTIONS, inject: [MODULE_OPTIONS], useFactory: (resolved: Resolved) => resolved.worker ?? {} },
        TaskWorker,
        Replay,
      ],
      exports: [TaskWorker],
    };
  }
}
