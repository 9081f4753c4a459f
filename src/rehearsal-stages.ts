import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { launcherPart } from './embedded-engine.js';
import { configureHttp } from './http.js';
import { layOutOffice } from './platform/identity/index.js';
import { AppConfig, Database, SystemClock } from './platform/kernel/index.js';
import { Stages, type Script, type Stage } from './platform/rehearsals/index.js';
import { Releases } from './platform/releases/index.js';
import { EngineClient } from './sdk/index.js';

type Engines = typeof import('./launcher/engine-process.mjs');
type RunningEngine = Awaited<ReturnType<Engines['startEngine']>>;
/** Tertib with its plugins, on another configuration and other files. */
export type MakeTertib = (config: AppConfig, script: Script, folder: string) => DynamicModule;

/** Milliseconds until the version must have reached the engine. */
const DEPLOYED_WITHIN = 60_000;
const LOOK = 100;

/** Builds stages in this process: the application once more, with an engine in memory and a folder that goes with it. */
@Injectable()
export class ProcessStages extends Stages {
  constructor(
    private readonly make: MakeTertib,
    private readonly own: Pick<AppConfig, 'publicUrl'>,
  ) {
    super();
  }

  async build(script: Script, signal: AbortSignal): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'tertib-rehearsal-'));
    const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
    const close = async (): Promise<void> => {
      for (const end of ends.splice(0).toReversed()) await end();
    };
    try {
      const { startEngine } = await launcherPart<Engines>('engine-process.mjs');
      const engine = await startEngine({ dataDir: join(folder, 'engine'), profile: 'test', inMemory: true, signal });
      ends.push(() => engine.stop());
      const config = new StageConfig(engine, join(folder, 'data'), this.own.publicUrl);
      writeFiles(join(folder, 'files'), script);
      // No logger of its own: that would be everybody's. Where it fails, the real application goes on.
      const application = await NestFactory.create<NestExpressApplication>(Surroundings.with(this.make(config, script, join(folder, 'files')), script), { bodyParser: false, abortOnError: false });
      ends.push(() => application.close());
      configureHttp(application);
      await application.init();
      await deployed(application, signal);
      const setAhead = async (ahead: number): Promise<void> => {
        await setEngineAhead(engine, ahead);
        application.get(SystemClock, { strict: false }).moveTo(new Date(Date.now() + ahead));
      };
      return { application, handle: application.getHttpAdapter().getInstance(), engine: application.get(EngineClient, { strict: false }), setAhead, close };
    } catch (error) {
      await close();
      throw error;
    }
  }
}

/** In a rehearsal there is no other. */
export class NoStages extends Stages {
  build(): Promise<Stage> {
    return Promise.reject(new Error('A rehearsal cannot be begun within a rehearsal.'));
  }
}

/** It listens nowhere, sends no mail, and takes requests from whatever connection the real application had them from. */
class StageConfig extends AppConfig {
  override readonly lasting = false;
  // There was no period before, and what people have entered stays outside.
  override readonly exampleData = true;

  constructor({ url, user, password }: RunningEngine, dataDir: string, publicUrl: string | undefined) {
    super({ TERTIB_DATA: dataDir, TERTIB_ALLOW_HTTP: '1', PUBLIC_URL: publicUrl, ENGINE_URL: url, ENGINE_USER: user, ENGINE_PASSWORD: password });
  }
}

/** People and settings, there before the application begins its work. */
@Module({})
class Surroundings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: SystemClock,
    private readonly script: Script,
  ) {}

  static with(tertib: DynamicModule, script: Script): DynamicModule {
    return { module: Surroundings, imports: [tertib], providers: [{ provide: Surroundings, inject: [Database, SystemClock], useFactory: (database: Database, clock: SystemClock) => new Surroundings(database, clock, script) }] };
  }

  async onModuleInit(): Promise<void> {
    await this.database.tx((db) => layOutOffice(db, this.script.office, this.script.vacant, this.clock.now()));
  }
}

function writeFiles(root: string, { resources }: Script): void {
  for (const { path, content } of resources) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** @throws what the engine said no to. */
async function deployed(application: NestExpressApplication, signal: AbortSignal): Promise<void> {
  const releases = application.get(Releases, { strict: false });
  for (const deadline = Date.now() + DEPLOYED_WITHIN; ; await sleep(LOOK)) {
    signal.throwIfAborted();
    if (await releases.live()) return;
    const refusal = (await releases.all()).find(({ failure }) => failure)?.failure;
    if (refusal || Date.now() > deadline) throw new Error(refusal ?? 'The version did not reach the engine of the rehearsal.');
  }
}

async function setEngineAhead({ url, user, password }: RunningEngine, ahead: number): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const answer = await fetch(new URL('/test/clock', url), { method: 'PUT', headers: { authorization }, body: JSON.stringify({ ahead }) });
  if (!answer.ok) throw new Error(`The engine of the rehearsal did not take the time: ${answer.status} ${await answer.text()}`);
}
