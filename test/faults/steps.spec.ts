import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseServer, freshPostgres, type FreshPostgres } from '../support/fresh-postgres.js';
import { STEPS, type Order } from './steps/order.js';

// Beside node_modules, where its native packages are found.
const CHILD = join(__dirname, `../../.cache/mortal-run-${process.pid}.mjs`);

/** One process after the other works on one task; each is killed at its moment, the next goes on. */
describe('A handler of twenty steps', () => {
  let dataDir: string;
  let postgres: FreshPostgres | undefined;
  let outside: Server;
  /** By idempotency key: how often it was asked for. What is asked for again under a known key has no effect. */
  let asked: Map<string, number>;
  let completed: Record<string, { value: unknown }>[];

  beforeAll(() => void execFileSync(process.execPath, [join(__dirname, 'steps/bundle.mjs'), CHILD]));
  afterAll(() => rmSync(CHILD, { force: true }));
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tertib-steps-'));
    const server = databaseServer();
    postgres = server ? await freshPostgres(server) : undefined;
    asked = new Map();
    completed = [];
    outside = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      const key = request.headers['idempotency-key'];
      if (typeof key === 'string') asked.set(key, (asked.get(key) ?? 0) + 1);
      else completed.push((JSON.parse(body) as { variables: Record<string, { value: unknown }> }).variables);
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    outside.closeAllConnections();
    outside.close();
    await postgres?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = (dieAt: Order['dieAt']): Promise<NodeJS.Signals | number | null> => {
    const order: Order = { dataDir, databaseUrl: postgres?.url, engineUrl: `http://127.0.0.1:${(outside.address() as AddressInfo).port}`, dieAt };
    const child = spawn(process.execPath, [CHILD, JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'inherit'] });
    return new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)));
  };

  // Odd steps write to our database, even ones have their effect elsewhere.
  it.each(['before it is recorded', 'after it is recorded'] as const)('has each effect once when it is killed in every single step %s', async (moment) => {
    for (let step = 0; step < STEPS; step++) expect(await run({ step, moment })).toBe('SIGKILL');
    expect(completed).toEqual([]);
    expect(await run({ step: -1, moment })).toBe(0);
    const steps = Array.from({ length: STEPS }, (_, index) => index);
    expect(completed).toHaveLength(1);
    expect(completed[0]?.['results']?.value).toBe(steps.join());
    expect(completed[0]?.['rows']?.value).toBe(steps.filter((step) => step % 2 === 1).map((step) => `step-${step}`).join());
    expect([...asked.keys()]).toEqual(steps.filter((step) => step % 2 === 0).map((step) => `task-1:step-${step}`));
    expect(new Set(asked.values())).toEqual(new Set([moment === 'before it is recorded' ? 2 : 1]));
  });
});
