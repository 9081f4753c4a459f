import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from '../support/app.js';

export const VICTIMS = ['app', 'worker', 'engine'] as const;
export type Victim = (typeof VICTIMS)[number];
export interface Kill {
  readonly victim: Victim;
  /** Seconds since the beginning, and until everything was ready again. */
  readonly at: number;
  readonly back: number;
}

const HOLDING_LIMIT = 10_000;

/** Kills with -9 at random points, each time after everything is back. */
export async function killAtRandom(product: Product, count: number, random: () => number, longestGap: number, goesOn: () => boolean): Promise<Kill[]> {
  const start = Date.now();
  const kills: Kill[] = [];
  while (kills.length < count && goesOn()) {
    await sleep(200 + random() * longestGap);
    const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] as Victim;
    const at = Date.now();
    await strike(product, victim);
    await product.ready();
    kills.push({ victim, at: (at - start) / 1_000, back: (Date.now() - at) / 1_000 });
  }
  return kills;
}

async function strike(product: Product, victim: Victim): Promise<void> {
  if (victim === 'engine') return product.killEngine();
  // The worker lives in the app's process: it is hit while it holds a task, between effect and completion.
  if (victim === 'worker') await workerHolds(product);
  await product.killApp();
  await product.startApp();
}

async function workerHolds({ engine }: Product): Promise<void> {
  const headers = { authorization: `Basic ${Buffer.from(`${engine.user}:${engine.password}`).toString('base64')}` };
  const deadline = Date.now() + HOLDING_LIMIT;
  while (Date.now() < deadline) {
    const { count } = (await (await fetch(`${engine.url}/external-task/count?locked=true`, { headers })).json()) as { count: number };
    if (count > 0) return;
    await sleep(5);
  }
}
