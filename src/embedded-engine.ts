import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { packageRoot } from './platform/kernel/index.js';
import type { EngineOptions } from './sdk/index.js';

type Launcher = typeof import('./launcher/local-engine.mjs') & typeof import('./launcher/prerequisites.mjs');
type Supervisor = InstanceType<typeof import('./launcher/engine-supervisor.mjs').EngineSupervisor>;

/** An engine that begins and ends with the application, watched and started again by the launcher's own supervisor. */
@Injectable()
export class EmbeddedEngine implements OnApplicationShutdown {
  private readonly logger = new Logger(EmbeddedEngine.name);
  private supervisor: Supervisor | null = null;

  /**
   * Starts it and does not wait: the application takes forms while it comes. Where `TERTIB_ENGINE_URL` names one that runs, as
   * `tertib dev` does, that is used. @throws when there is no JDK, with the cure.
   */
  async start(dataDir = './data'): Promise<EngineOptions> {
    const { chooseEngine, engineAccess, findJdk } = await launcher();
    const engine = chooseEngine(resolve(dataDir));
    if (!('url' in engine)) findJdk();
    const { env, supervisor } = await engineAccess(engine);
    this.supervisor = supervisor;
    supervisor?.start().catch((error: unknown) => this.logger.error(error instanceof Error ? error.message : String(error)));
    return { url: env['ENGINE_URL'] ?? '', user: env['ENGINE_USER'] ?? '', password: env['ENGINE_PASSWORD'] ?? '' };
  }

  /** After the worker has drained: what it finishes, the engine still hears. */
  async onApplicationShutdown(): Promise<void> {
    await this.supervisor?.stop();
  }
}

async function launcher(): Promise<Launcher> {
  return Object.assign({}, ...(await Promise.all(['local-engine.mjs', 'prerequisites.mjs'].map((name) => launcherPart<object>(name))))) as Launcher;
}

/** Plain JavaScript beside the built code, because it also runs before anything is built. */
export const launcherPart = <T>(name: string): Promise<T> => import(pathToFileURL(join(packageRoot(), 'src/launcher', name)).href) as Promise<T>;
