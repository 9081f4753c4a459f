import { ill, illBy, reasonOf, well, type Diagnosis, type Environment } from './diagnosis.js';
import { checkPort, chooseEngine } from '../launcher.js';

const PATIENCE = 3_000;

/** What the running app says of itself (`/health/ready`), or null where none answers. */
export interface Health {
  readonly database: string;
  readonly engine: string;
  readonly since: string | null;
  readonly waitingCommands: number;
  readonly failedMails: number;
  readonly failedMessages: number;
}

/** A server that listens everywhere is asked on loopback. */
export function addressOf(env: Environment): string {
  const host = env['HOST'] || '127.0.0.1';
  const reached = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${env['PORT'] || 3000}`;
}

export async function health(env: Environment): Promise<Health | null> {
  try {
    const answer = (await (await fetch(`${addressOf(env)}/health/ready`, { signal: AbortSignal.timeout(PATIENCE) })).json()) as Partial<Health> | null;
    return answer && 'waitingCommands' in answer ? (answer as Health) : null;
  } catch {
    return null;
  }
}

export async function port(env: Environment, app: Health | null): Promise<Diagnosis> {
  if (app) return well('port', `Tertib runs at ${addressOf(env)}.`);
  try {
    await checkPort(env);
    return well('port', `${addressOf(env)} is free; Tertib does not run there.`);
  } catch (error) {
    return illBy('port', error);
  }
}

export function database(app: Health): Diagnosis {
  return app.database === 'ok' ? well('database', 'The database answers the app.') : ill('database', 'The database does not answer the app.', 'See whether it runs and whether DATABASE_URL is right; the app tries again by itself.');
}

/** What reached nobody: the app goes on, but somebody waits in vain. */
export function deliveries({ failedMails, failedMessages }: Health): Diagnosis {
  if (failedMails + failedMessages === 0) return well('deliveries', 'No mail and no message has failed.');
  return ill('deliveries', `Mails that failed: ${failedMails}; messages to the gateway: ${failedMessages}.`, 'The administrator finds the reason of each under Settings, Outgoing mail, and sends them again there once it is mended.');
}

/** Of the engine that the variables name, or that the running app uses; with its time where it says so. */
export async function engine(env: Environment, app: Health | null): Promise<{ readonly diagnosis: Diagnosis; readonly time: Date | null }> {
  try {
    const choice = chooseEngine('data', env);
    if ('url' in choice) return await remote(choice.url);
  } catch (error) {
    return { diagnosis: illBy('engine', error), time: null };
  }
  return { diagnosis: own(app), time: null };
}

function own(app: Health | null): Diagnosis {
  if (!app) return well('engine', 'Tertib starts its own.');
  if (app.engine === 'ok') return well('engine', 'The engine answers the app.');
  const waiting = `${app.waitingCommands} commands wait for it${app.since ? `, since ${app.since}` : ''}`;
  return ill('engine', `The engine does not answer the app; ${waiting}.`, 'What people send is kept meanwhile. The launcher starts the engine again; if it does not come back, its log (engine/engine.log in the data folder) says why.');
}

async function remote(url: string): Promise<{ diagnosis: Diagnosis; time: Date | null }> {
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}/engine`, { signal: AbortSignal.timeout(PATIENCE) });
    const date = answer.headers.get('date');
    if (!answer.ok) return { diagnosis: ill('engine', `${url} answers ${answer.status}.`, 'TERTIB_ENGINE_URL must be the address of its REST API, such as http://host:8080/engine-rest.'), time: null };
    return { diagnosis: well('engine', `The engine at ${url} answers.`), time: date ? new Date(date) : null };
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return { diagnosis: ill('engine', `The engine at ${url} does not answer: ${reasonOf(cause ?? error)}`, 'Start it, or set TERTIB_ENGINE_URL to where it runs.'), time: null };
  }
}
