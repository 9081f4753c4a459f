import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EngineClient, type EngineOptions } from '../engine/index.js';
import { HandlerExplorer } from './handler-explorer.js';
import { HandlerRegistry } from './handler-registry.js';
import { TaskExecutor } from './task-executor.js';
import { Worker } from './worker.js';

export interface WorkerModuleOptions {
  readonly engine: EngineOptions;
  /** Provider of the step ledger and, if any, of the hooks: from the application's own modules, which must be global. */
  readonly providers?: readonly Provider[];
}

/** The engine's client and the handlers' registry for all; the worker where `StepLedger` and `WorkerHooks` are provided. */
@Global()
@Module({})
export class WorkerModule {
  static forRoot({ engine, providers = [] }: WorkerModuleOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [DiscoveryModule],
      providers: [{ provide: EngineClient, useValue: new EngineClient(engine) }, HandlerRegistry, HandlerExplorer, TaskExecutor, Worker, ...providers],
      exports: [EngineClient, HandlerRegistry, Worker],
    };
  }
}
