import { EngineClient, pages, type EngineOptions } from '../../sdk/index.js';
import type { TakenFlow } from '../coverage/collect.js';
import { leaseEngine } from './engine-lease.js';

/** Later than any test looks, so that whatever waits for a time is over. */
const FAR = new Date('9000-01-01T00:00:00Z');

/** What goes on in the engine by itself, and what waits for its time. Times are ISO 8601. */
export interface EngineWork {
  /** Continuations that can be executed now. */
  readonly jobs: readonly { readonly processInstanceId: string; readonly exceptionMessage: string | null }[];
  /** Those with tries left, also while they wait for the next. */
  readonly externalTasks: readonly {
    readonly id: string;
    readonly topicName: string;
    readonly activityId: string;
    readonly processInstanceId: string;
    readonly errorMessage: string | null;
    readonly lockExpirationTime: string | null;
  }[];
  readonly nextTimer: { readonly dueDate: string; readonly processInstanceId: string | null; readonly activityId: string | null } | null;
}

/** The engine of one test: nobody else's, empty, its clock in our hands. */
export interface TestEngine {
  readonly access: EngineOptions;
  readonly client: EngineClient;
  /** For what the test writes; removed with the run. */
  readonly folder: string;
  /** Stops its clock at a time; what is due by then is taken up at once. */
  setClock(now: Date): Promise<void>;
  /** One question instead of the seven that the REST API would need. */
  work(): Promise<EngineWork>;
  /** Sequence flows that were taken since it was opened, in their order. */
  flows(): Promise<TakenFlow[]>;
  giveBack(): void;
}

/** An engine of this run, emptied of what its last user left, even one that was killed. */
export async function openTestEngine(now: Date): Promise<TestEngine> {
  const { giveBack, folder, ...access } = await leaseEngine();
  const client = new EngineClient(access);
  const engine: TestEngine = {
    access,
    client,
    folder,
    giveBack,
    setClock: (at) => ask(access, 'PUT', 'clock', { now: at }),
    work: () => ask(access, 'GET', 'work'),
    flows: () => ask(access, 'GET', 'flows'),
  };
  try {
    await empty(client);
    // A poll whose asker is gone ends only with its time: it would take our tasks for nobody.
    await engine.setClock(FAR);
    await client.externalTasks.fetchAndLock({ workerId: 'tertib-test', maxTasks: 1, topics: [{ topicName: 'tertib-test', lockDuration: 1 }] });
    await ask(access, 'DELETE', 'flows');
    await engine.setClock(now);
    return engine;
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function empty(client: EngineClient): Promise<void> {
  const found = [];
  for await (const page of pages((slice) => client.repository.deployments({}, slice))) found.push(...page);
  for (const { id } of found) await client.repository.deleteDeployment(id, true);
}

/** What only the engine's profile for tests can do. */
async function ask<T = void>({ url, user, password }: EngineOptions, method: string, what: string, body?: object): Promise<T> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const answer = await fetch(new URL(`/test/${what}`, url), { method, headers: { authorization }, ...(body && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} /test/${what} was answered ${answer.status} by the engine: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
