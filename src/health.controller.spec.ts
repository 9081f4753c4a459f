import type { Response } from 'express';
import { HealthController } from './health.controller.js';
import type { EngineHealth } from './platform/cases/index.js';
import type { Database } from './platform/kernel/index.js';
import type { Releases } from './platform/releases/index.js';

async function asked({ database = true, engine = true, canStart = true, failed = 0 } = {}): Promise<[number, Record<string, unknown>]> {
  const read = { query: () => (database ? Promise.resolve([]) : Promise.reject(new Error('away'))), countBy: () => Promise.resolve(failed) };
  const health = new HealthController({ read } as unknown as Database, { state: () => Promise.resolve({ reachable: engine, since: null, backlog: 3 }) } as unknown as EngineHealth, { canStart: () => Promise.resolve(canStart) } as unknown as Releases);
  let answer: [number, Record<string, unknown>] = [0, {}];
  await health.ready({ status: (status: number) => ({ json: (body: Record<string, unknown>) => void (answer = [status, body]) }) } as unknown as Response);
  return answer;
}

describe('whether the application is ready', () => {
  it('is so when cases can be started, and says what could not be delivered', async () => {
    expect(await asked({ failed: 2 })).toEqual([200, { status: 'ok', database: 'ok', engine: 'ok', procedures: 'ok', since: null, waitingCommands: 3, failedMails: 2, failedMessages: 2 }]);
  });

  it.each([['the database does not answer', { database: false }, 'database'], ['the engine does not answer', { engine: false }, 'engine'], ['no version has reached the engine', { canStart: false }, 'procedures']])('is not while %s', async (_, given, part) => {
    const [status, body] = await asked(given);
    expect([status, body['status'], body[part]]).toEqual([503, 'unavailable', 'unavailable']);
    expect(body).toHaveProperty('waitingCommands');
  });
});
