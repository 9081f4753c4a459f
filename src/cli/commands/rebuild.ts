import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, type Outcome } from '../command.js';
import { SERVER, serverOf } from '../server/server.js';

interface Progress {
  readonly state: 'never' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly cases: number;
  readonly done: number;
  readonly forgotten: number;
  readonly error: string | null;
}

const ROUTE = '/api/operations/rebuild';
const EVERY_MS = 500;

export const rebuild: Command = {
  options: SERVER,
  async run(values, say): Promise<Outcome> {
    const server = serverOf(values);
    let progress = await server.post<Progress>(ROUTE, {});
    const cancel = () => void server.delete(ROUTE).catch(() => undefined);
    process.once('SIGINT', cancel);
    try {
      for (let told = -1; progress.state === 'running'; progress = await server.get<Progress>(ROUTE)) {
        if (progress.done !== told) say?.(`${progress.done} of ${progress.cases} cases. Ctrl-C stops after the case under way.`);
        told = progress.done;
        await sleep(EVERY_MS);
      }
    } finally {
      process.removeListener('SIGINT', cancel);
    }
    return { ok: progress.state === 'done', text: sentence(progress), json: { ...progress } };
  },
};

function sentence({ state, cases, done, forgotten, error }: Progress): string {
  const left = forgotten === 0 ? '' : ` ${forgotten} of them the engine no longer knows; they were left as they are.`;
  if (state === 'done') return `${done} cases were rebuilt from the engine.${left}`;
  if (state === 'cancelled') return `Stopped: ${done} of ${cases} cases were rebuilt; the others are as they were. Run it again for the rest.`;
  return `It failed after ${done} of ${cases} cases: ${error ?? state}. What is done stays done; mend that, and run it again.`;
}
