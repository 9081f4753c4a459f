import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PLUGIN, ROOT, textOf, type Command, type Values } from '../command.js';
import { clock } from '../doctor/clock.js';
import { ill, well, type Diagnosis, type Environment } from '../doctor/diagnosis.js';
import { data, disk } from '../doctor/places.js';
import { jdk, node, sqlite } from '../doctor/programs.js';
import { runningApp } from '../doctor/running-app.js';
import { addressOf, database, deliveries, engine, health, port } from '../doctor/services.js';
import { root } from '../launcher.js';
import { SERVER, serverOf } from '../server/server.js';
import { check } from './check.js';

export const doctor: Command = {
  options: { root: ROOT, plugin: PLUGIN, ...SERVER },
  async run(values) {
    const checks = await examine(process.env, values);
    const ok = checks.every((one) => one.ok);
    return { ok, text: [...checks.flatMap(lines), ok ? 'Nothing has to be cured.' : `${checks.filter((one) => !one.ok).length} of ${checks.length} have to be cured.`].join('\n'), json: { checks } };
  },
};

async function examine(env: Environment, values: Values): Promise<Diagnosis[]> {
  const app = await health(env);
  // Before the files are checked: a connection would not outlast that.
  const running = await told(env, values);
  const { diagnosis, time } = await engine(env, app);
  return [node(), jdk(env), sqlite(env), data(env), disk(env), await port(env, app), ...(app ? [database(app), deliveries(app)] : []), diagnosis, clock(time), await procedures(values), ...running];
}

/** What only who shows a token is told. */
async function told(env: Environment, values: Values): Promise<Diagnosis[]> {
  if (!env['TERTIB_TOKEN'] && textOf(values, 'token-file') === undefined) return [well('app', 'Not asked for submissions without effect and its live version: that needs a token with the scope operations, TERTIB_TOKEN or --token-file <file>.')];
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return runningApp(serverOf({ ...values, url: textOf(values, 'url') ?? env['TERTIB_URL'] ?? addressOf(env) }, env), version);
}

/** Topics without a handler, forms that are missing, and whatever else keeps the files from going live. */
async function procedures(values: Values): Promise<Diagnosis> {
  const place = resolve(textOf(values, 'root') ?? '.');
  if (!['bpmn', 'forms'].some((folder) => existsSync(join(place, folder)))) return well('procedures', `${place} holds none.`);
  const { ok, text } = await check.run(values);
  return ok ? well('procedures', `Those in ${place} fit together.`) : ill('procedures', `Those in ${place} cannot go live.`, text);
}

/** A diagnosis as it is printed, with its cure. */
export const lines = ({ subject, ok, message, cure }: Diagnosis): string[] => [`${ok ? '✓' : '✗'} ${subject}: ${message}`, ...cure.split('\n').filter(Boolean).map((line) => `    ${line}`)];
