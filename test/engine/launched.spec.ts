import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, launch, type Launched } from '../support/launched.js';

/** Longer than one Ctrl-C takes to arrive twice. */
const IMPATIENCE = 1_500;

/** `npm start` as its user sees it: what it says, and how it ends. One data folder: each start but the first is a later one. */
describe('The launcher, running', () => {
  let dataDir: string;
  let launched: Launched;
  beforeAll(() => void (dataDir = mkdtempSync(join(tmpdir(), 'tertib-launched-'))));
  afterAll(async () => {
    if (isAlive(launched.pid)) process.kill(launched.pid, 'SIGINT');
    await launched.exited;
    rmSync(dataDir, { recursive: true, force: true });
  });

  const bothRun = async () => {
    await launched.until('app and engine run', () => launched.parts().app !== undefined && launched.parts().engine !== undefined);
    return launched.parts() as Required<ReturnType<Launched['parts']>>;
  };

  it('starts an empty office, prints the administrator’s password once, and warns of nothing', async () => {
    launched = await launch(dataDir);
    await launched.until('ready', async () => (await launched.ready()) === 200);
    await launched.said('✓ Starting the engine');
    expect(launched.output().match(/one-time password: /g)).toHaveLength(1);
    expect(launched.output()).not.toMatch(/WARN|ERROR/);
  });

  it('starts a killed engine again; ready falls and recovers', async () => {
    const { engine } = await bothRun();
    process.kill(engine, 'SIGKILL');
    await launched.until('not ready', async () => (await launched.ready()) === 503);
    await launched.said('The engine is back');
    await launched.until('ready again', async () => (await launched.ready()) === 200);
    expect(launched.parts().engine).not.toBe(engine);
  });

  it('ends the engine when the app is killed, and says so', async () => {
    const { app, engine } = await bothRun();
    process.kill(app, 'SIGKILL');
    expect(await launched.exited).toBe(1);
    expect(launched.output()).toContain('The app has ended');
    expect(isAlive(engine)).toBe(false);
  });

  it('ends the app, then the engine, at Ctrl-C', async () => {
    launched = await launch(dataDir);
    const { app, engine } = await bothRun();
    await launched.until('ready', async () => (await launched.ready()) === 200);
    process.kill(launched.pid, 'SIGINT');
    const seen = new Set<string>();
    await launched.until('both have ended', () => {
      const alive = { app: isAlive(app), engine: isAlive(engine) };
      seen.add(Object.entries(alive).filter(([, lives]) => lives).map(([name]) => name).join(' and '));
      return !alive.app && !alive.engine;
    });
    expect([...seen]).not.toContain('app');
    expect(await launched.exited).toBe(0);
    expect(launched.output()).toMatch(/Stopping the app, then the engine[\s\S]*Stopped\n$/);
  });

  it('ends both at once at a second Ctrl-C', async () => {
    launched = await launch(dataDir);
    const { app, engine } = await bothRun();
    await launched.said('Tertib: ');
    // An app that cannot end by itself.
    process.kill(app, 'SIGSTOP');
    process.kill(launched.pid, 'SIGINT');
    await sleep(IMPATIENCE);
    expect([isAlive(app), isAlive(engine)]).toEqual([true, true]);
    process.kill(launched.pid, 'SIGINT');
    expect(await launched.exited).toBe(130);
    expect([isAlive(app), isAlive(engine)]).toEqual([false, false]);
  });

  it('leaves nothing behind when it is killed itself', async () => {
    launched = await launch(dataDir);
    const { app, engine } = await bothRun();
    process.kill(launched.pid, 'SIGKILL');
    expect(await launched.exited).toBeNull();
    await launched.until('both have ended', () => !isAlive(app) && !isAlive(engine));
  });
});
