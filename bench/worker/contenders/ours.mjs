import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { built } from '../../support/built.mjs';

const { DatabaseStepLedger } = await built('platform/cases/step-ledger.service.js');
const { Correlations } = await built('platform/cases/correlations.service.js');
const { PlatformHooks } = await built('platform/cases/platform-hooks.js');
const { ProgressRecord } = await built('platform/cases/progress.service.js');
const cases = await built('platform/cases/index.js');
const { ContractPins } = await built('platform/releases/index.js');
const tasks = await built('platform/tasks/index.js');
const { AppConfig, KernelModule } = await built('platform/kernel/index.js');
const { EngineClient, ExternalTask, Handlers, StepLedger, TertibTaskModule, WorkerHooks, WorkerModule } = await built('sdk/index.js');

/**
 * The product's worker with all that it does for a task: input and output checked, a request context, the lock kept,
 * the steps' ledger in SQLite, the move announced. `ours-with-step` also writes one step into the ledger.
 *
 * @param {boolean} withStep
 * @returns {import('../contender.mjs').Start}
 */
const starting = (withStep) => async ({ url, user, password, topics, workMs }) => {
  const data = mkdtempSync(join(tmpdir(), 'tertib-bench-app-'));
  const config = new AppConfig({ TERTIB_DATA: data, ENGINE_URL: url, ENGINE_USER: user, ENGINE_PASSWORD: password });

  class Work {}
  const schemas = { input: z.object({ produsen: z.string(), tahun: z.number().int() }), output: z.object({ jumlah: z.number().int() }) };
  for (const topic of topics) {
    /**
     * @param {{ tahun: number }} input
     * @param {import('../../../src/sdk/task/task-context.js').TaskContext} task
     */
    const work = async ({ tahun }, task) => {
      if (workMs > 0) await sleep(workMs);
      return { jumlah: withStep ? await task.step('count', async () => tahun - 2025) : tahun - 2025 };
    };
    const method = { value: work, writable: true, configurable: true };
    Object.defineProperty(Work.prototype, topic, method);
    ExternalTask(topic, { title: 'Work', ...schemas })(Work.prototype, topic, method);
  }
  Handlers()(Work);

  class Platform {}
  const engine = { provide: EngineClient, useValue: new EngineClient(config.engine) };
  const ledger = { provide: StepLedger, useClass: DatabaseStepLedger };
  const hooks = { provide: WorkerHooks, useClass: PlatformHooks };
  // Asked only for handlers with upgrades, of which there are none here.
  const pins = { provide: ContractPins, useValue: {} };
  Module({ providers: [engine, ledger, hooks, pins, Correlations, ProgressRecord], exports: [EngineClient, StepLedger, WorkerHooks] })(Platform);
  Global()(Platform);

  class Bench {}
  const database = { entities: [...cases.entities, ...tasks.entities], migrations: [...cases.migrations, ...tasks.migrations] };
  const worker = WorkerModule.forRootAsync({ useFactory: () => ({ engine: config.engine }) });
  Module({ imports: [KernelModule.forRoot({ provide: AppConfig, useValue: config }, database), Platform, TertibTaskModule, worker], providers: [Work] })(Bench);

  const app = await NestFactory.createApplicationContext(Bench, { logger: ['fatal', 'error', 'warn'] });
  return async () => {
    await app.close();
    rmSync(data, { recursive: true, force: true });
  };
};

export const start = starting(false);
export const startWithStep = starting(true);
