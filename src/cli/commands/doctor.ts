import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PLUGIN, ROOT, textOf, type Command, type Values } from '../command.js';
import { clock } from '../doctor/clock.js';
import { ill, well, type Diagnosis, type Environment } from '../doctor/diagnosis.js';
import { data, disk } from '../doctor/places.js';
import { jdk, node, sqlite } from '../doctor/programs.js';
import { database, engine, health, port } from '../doctor/services.js';
import { check } from './check.js';

export const doctor: Command = {
  options: { root: ROOT, plugin: PLUGIN },
  async run(values) {
    const checks = await examine(process.env, values);
    const ok = checks.every((one) => one.ok);
    return { ok, text: [...checks.flatMap(lines), ok ? 'Nothing has to be cured.' : `${checks.filter((one) => !one.ok).length} of ${checks.length} have to be cured.`].join('\n'), json: { checks } };
  },
};

async function examine(env: Environment, values: Values): Promise<Diagnosis[]> {
  const app = await health(env);
  const { diagnosis, time } = await engine(env, app);
  return [node(), jdk(env), sqlite(env), data(env), disk(env), await port(env, app), ...(app ? [database(app)] : []), diagnosis, clock(time), await procedures(values)];
}

/** Topics without a handler, forms that are missing, and whatever else keeps the files from going live. */
async function procedures(values: Values): Promise<Diagnosis> {
  const root = resolve(textOf(values, 'root') ?? '.');
  if (!['bpmn', 'forms'].some((folder) => existsSync(join(root, folder)))) return well('procedures', `${root} holds none.`);
  const { ok, text } = await check.run(values);
  return ok ? well('procedures', `Those in ${root} fit together.`) : ill('procedures', `Those in ${root} cannot go live.`, text);
}

const lines = ({ subject, ok, message, cure }: Diagnosis): string[] => [`${ok ? '✓' : '✗'} ${subject}: ${message}`, ...cure.split('\n').filter(Boolean).map((line) => `    ${line}`)];
