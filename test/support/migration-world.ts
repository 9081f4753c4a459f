import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module, type INestApplication, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../src/app.module.js';
import { CasesService, CaseEntity, TaskEntity } from '../../src/platform/cases/index.js';
import { AppConfig, Database, requestContext } from '../../src/platform/kernel/index.js';
import { Deployer } from '../../src/platform/releases/deployer.service.js';
import { Publishing } from '../../src/platform/releases/publishing.service.js';
import type { Resource } from '../../src/platform/releases/index.js';
import { Seeding } from '../../src/platform/releases/seeding.service.js';
import { definePlugin, type Principal } from '../../src/sdk/index.js';
import { startTestEngine, type TestEngine } from './engine.js';
import { databaseServer, freshPostgres } from './fresh-postgres.js';

/** The real application with handlers of a test's own, on a real engine. */
export interface MigrationWorld {
  readonly app: INestApplication;
  readonly engine: TestEngine;
  readonly database: Database;
  /** Publishes a version of these files; answers its id. */
  publish(resources: readonly Resource[]): Promise<string>;
  begin(procedure: string, title: string): Promise<string>;
  /** An open task of a case, as soon as it is there. */
  task(caseId: string, elementId: string): Promise<TaskEntity>;
  row(caseId: string): Promise<CaseEntity>;
  as<T>(principal: Principal, work: () => Promise<T>): Promise<T>;
  until(what: string, holds: () => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

export const someone = (username: string, roles: string[]): Principal => ({ id: `id-${username}`, username, name: username, roles, officeId: null, officeKind: null, language: 'id' });

const PATIENCE = 60_000;

export async function migrationWorld(handlers: Type): Promise<MigrationWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tertib-migration-'));
  const server = databaseServer();
  const postgres = server ? await freshPostgres(server) : undefined;
  const engine = await startTestEngine();

  @Module({ providers: [handlers] })
  class Application {}
  const plugin = definePlugin({ name: 'uji', module: Application, procedures: [], roles: { kasi: { title: { id: 'Kasi', en: 'Head of section' } } } });
  const config = new AppConfig({ TERTIB_DATA: dataDir, ENGINE_URL: engine.url, ENGINE_USER: engine.user, ENGINE_PASSWORD: engine.password, ...(postgres && { DATABASE_URL: postgres.url }) });
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(config, [plugin])] }).overrideProvider(Seeding).useValue({}).compile();
  const app = await module.createNestApplication({ logger: false }).init();
  const database = app.get(Database);

  const until = async (what: string, holds: () => Promise<boolean>) => {
    for (const deadline = Date.now() + PATIENCE; !(await holds()); await sleep(50)) if (Date.now() > deadline) throw new Error(`Not so after ${PATIENCE} ms: ${what}`);
  };
  return {
    app,
    engine,
    database,
    until,
    publish: async (resources) => {
      const release = await app.get(Publishing).seed(resources);
      await app.get(Deployer).deployPending();
      return release?.id ?? '';
    },
    begin: (procedure, title) => app.get(CasesService).start(procedure, { key: `${title} ${Date.now()}`, title }),
    task: async (caseId, elementId) => {
      const find = () => database.read.findOneBy(TaskEntity, { caseId, elementId, state: 'open' });
      await until(`${elementId} of ${caseId}`, async () => (await find()) !== null);
      return (await find()) as TaskEntity;
    },
    row: (caseId) => database.read.findOneByOrFail(CaseEntity, { id: caseId }),
    as: (principal, work) => requestContext.run({ correlationId: 'uji', language: 'id', principal }, work),
    close: async () => {
      await app.close();
      await engine.stop();
      await postgres?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
