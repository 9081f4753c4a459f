import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import { AppConfig, SystemClock } from '../platform/kernel/index.js';
import { ReleaseCheck, Releases, shippedResources, ShippedFolders } from '../platform/releases/index.js';
import { TertibModule } from '../tertib.module.js';
import type { TestEngine } from './engine/test-engine.js';
import type { ProcedureTestOptions } from './options.js';
import { TestPeople } from './people.js';
import { WarmUp } from './warm-up.js';

/** The engine's clock stands, so a poll ends when there is work and not by its time. */
const POLL_MS = 600_000;

/** The application of one test. */
export interface TestApplication {
  readonly context: INestApplicationContext;
  /** The version that was deployed. */
  readonly releaseId: string;
  close(): Promise<void>;
}

/** The application as it runs in life, in this process, on a database and a folder of its own, its time standing. */
export async function openApplication({ plugins, imports = [], exampleData = false, ...surroundings }: ProcedureTestOptions, { access: engine, folder }: Pick<TestEngine, 'access' | 'folder'>, now: Date): Promise<TestApplication> {
  const dataDir = mkdtempSync(join(folder, 'application-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const tertib = TertibModule.withConfig(plugins, {
    inject: [SystemClock],
    useFactory: (clock: SystemClock) => {
      clock.standAt(now);
      return new TestConfig(exampleData, { TERTIB_DATA: dataDir, TERTIB_TEST: '1', ENGINE_URL: engine.url, ENGINE_USER: engine.user, ENGINE_PASSWORD: engine.password });
    },
    worker: { asyncResponseTimeout: POLL_MS },
  });
  try {
    const context = await NestFactory.createApplicationContext(Surroundings.of([...imports, tertib], { plugins, ...surroundings }), { logger: ['error', 'warn'], abortOnError: false });
    const close = async () => {
      await context.close();
      remove();
    };
    await context.get(WarmUp).done();
    const live = await context.get(Releases, { strict: false }).live();
    if (live) return { context, releaseId: live.id, close };
    const reasons = await reasonsIn(context);
    await close();
    throw new Error(`No version of the procedures could be deployed:${reasons.map((reason) => `\n  ${reason}`).join('')}`);
  } catch (error) {
    remove();
    throw error;
  }
}

/** What the engine said no to, or the check before it. */
async function reasonsIn(context: INestApplicationContext): Promise<string[]> {
  const [releases, check, { paths }] = [context.get(Releases, { strict: false }), context.get(ReleaseCheck, { strict: false }), context.get(ShippedFolders, { strict: false })];
  const refused = (await releases.all()).flatMap(({ failure }) => failure ?? []);
  const { findings } = await check.release(shippedResources(...paths));
  return [...refused, ...findings.map(({ path, elementId, message }) => `${path} ${elementId}: ${message.en}`)];
}

class TestConfig extends AppConfig {
  override readonly lasting = false;

  constructor(override readonly exampleData: boolean, environment: Readonly<Record<string, string>>) {
    super(environment);
  }
}

@Module({})
class Surroundings {
  static of(imports: DynamicModule['imports'], given: ProcedureTestOptions): DynamicModule {
    const inject = [ModuleRef];
    const providers = [
      { provide: TestPeople, inject, useFactory: (parts: ModuleRef) => new TestPeople(given, parts) },
      { provide: WarmUp, inject, useFactory: (parts: ModuleRef) => new WarmUp(given.plugins, parts) },
    ];
    return { module: Surroundings, imports, providers };
  }
}
