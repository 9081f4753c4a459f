import type { Product } from '../support/app.js';
import type { Records } from '../support/records.js';

/** How everything stands, for the message of a run that did not come to its end. */
export async function diagnosis(product: Product, records: Records): Promise<string> {
  const { engine } = product;
  const headers = { authorization: `Basic ${Buffer.from(`${engine.user}:${engine.password}`).toString('base64')}` };
  const ask = async (path: string) => (await fetch(`${engine.url}/${path}`, { headers })).text();
  const queries = {
    cases: 'SELECT state, count(*) AS n FROM cases GROUP BY state',
    tasks: `SELECT "elementId", state, count(*) AS n FROM tasks WHERE state IN ('open', 'completing') GROUP BY 1, 2`,
    requests: 'SELECT state, count(*) AS n FROM satu_data_requests GROUP BY state',
    datasets: 'SELECT state, count(*) AS n FROM satu_data_datasets GROUP BY state',
    commands: `SELECT kind, state, attempts, error FROM engine_commands WHERE state NOT IN ('done', 'conflict') LIMIT 10`,
    incidents: 'SELECT "elementId", type, message FROM case_incidents LIMIT 10',
  };
  const ours = await Promise.all(Object.entries(queries).map(async ([name, sql]) => `${name}: ${JSON.stringify(await records.query(sql))}`));
  const theirs = await Promise.all(['external-task?maxResults=10', 'job?maxResults=20', 'task/count', 'version'].map(async (path) => `engine ${path}: ${(await ask(path).catch(String)).slice(0, 3_000)}`));
  return [...ours, ...theirs, `the app said: ${product.output().slice(-3_000)}`].join('\n');
}
