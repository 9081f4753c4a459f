import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { root as tertibRoot } from '../launcher.js';

/** So long it may finish what it has begun; an interrupted task goes on behind its steps. */
const DRAIN_MS = 1_000;
const TICK_MS = 25;

export interface ApplicationOptions {
  readonly root: string;
  readonly entry: string;
  readonly inspect: number;
  readonly wait: boolean;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** The application as a process that is started again and again, with a debugger to attach to. */
export class Application {
  private running: ChildProcess | null = null;
  /** Has loaded all but the application's own code, and waits. */
  private spare: ChildProcess | null = null;

  constructor(private readonly options: ApplicationOptions) {}

  /** Resolves when it listens; false when it ended before. */
  async restart(): Promise<boolean> {
    await end(this.running);
    const { root, entry, inspect, wait } = this.options;
    const child = this.spare && isAlive(this.spare) ? this.spare : this.spawn();
    this.spare = null;
    this.running = child;
    child.send({ entry: join(root, entry), inspect, wait });
    while (isAlive(child)) {
      if (await this.listens()) {
        this.spare = this.spawn();
        return true;
      }
      await sleep(TICK_MS);
    }
    return false;
  }

  async stop(): Promise<void> {
    this.spare?.kill('SIGKILL');
    await end(this.running);
  }

  private spawn(): ChildProcess {
    const { root, env } = this.options;
    // Ends it with this process, even one that is killed.
    const preload = pathToFileURL(join(tertibRoot, 'src/launcher/end-with-launcher.mjs')).href;
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', preload, fileURLToPath(new URL('./warm-start.worker.js', import.meta.url)), root], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Ctrl-C in the terminal reaches this process alone, which stops the application before the engine.
      detached: true,
    });
    // One that has ended hears nothing any more.
    child.on('error', () => undefined);
    return child;
  }

  private listens(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect({ port: this.options.port, host: '127.0.0.1' });
      const answer = (listens: boolean) => () => {
        socket.destroy();
        resolve(listens);
      };
      socket.once('connect', answer(true)).once('error', answer(false));
    });
  }
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child || !isAlive(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
  await ended;
  clearTimeout(force);
}
