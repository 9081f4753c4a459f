import { parseArgs } from 'node:util';
import { CommandFailed, UsageError, type Command, type Entry, type Option, type Values } from './command.js';
import { COMMON, helpOf, overview } from './help.js';
import { nearest } from './nearest.js';

/** Where a command writes to. */
export interface Output {
  out(text: string): void;
  error(text: string): void;
}

/** Runs what the arguments ask for, and answers the exit code. */
export async function run(commands: Readonly<Record<string, Entry>>, args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  try {
    return await dispatch(commands, args, output);
  } catch (error) {
    const known = error instanceof UsageError || error instanceof CommandFailed;
    const message = known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (args.includes('--json')) output.out(JSON.stringify({ ok: false, error: message }));
    else output.error(`✗ ${message}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function dispatch(commands: Readonly<Record<string, Entry>>, [name = '--help', ...rest]: readonly string[], output: Output): Promise<0 | 1> {
  if (['help', '--help', '-h'].includes(name)) {
    const [asked] = rest;
    if (name === 'help' && asked !== undefined && !asked.startsWith('-')) return dispatch(commands, [asked, '--help'], output);
    output.out(overview(commands));
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) throw new UsageError(`There is no command "${name}".${meant(name, Object.keys(commands))} See: tertib --help`);
  const command = await entry.load();
  const values = read(name, command, rest);
  if (values['help'] === true) {
    output.out(helpOf(name, entry.summary, command));
    return 0;
  }
  const { ok, text, json } = await command.run(values, output.error);
  output.out(values['json'] === true ? JSON.stringify({ ok, ...json }) : text);
  return ok ? 0 : 1;
}

function read(command: string, { argument, options: own }: Command, args: readonly string[]): Values {
  const options: Readonly<Record<string, Option>> = { ...own, ...COMMON };
  const see = `See: tertib ${command} --help`;
  const { values, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, { type, multiple, default: standard }]) => [name, { type, ...(multiple ? { multiple } : {}), ...(standard === undefined ? {} : { default: standard }) }])),
    strict: false,
    tokens: true,
  });
  const given: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional' && argument && given.push(token.value) === 1) continue;
    if (token.kind === 'positional') throw new UsageError(`"${token.value}" is not expected here: tertib ${command} takes ${argument ? `one <${argument.name}> and ` : ''}options only. ${see}`);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new UsageError(`There is no option ${token.rawName}.${meant(token.name, Object.keys(options), '--')} ${see}`);
    if (option.type === 'string' && (!token.value || (!token.inlineValue && token.value.startsWith('-')))) throw new UsageError(`${token.rawName} needs a value: ${token.rawName} <${option.value ?? 'text'}>. ${see}`);
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value. ${see}`);
  }
  if (argument && given.length === 0 && values['help'] !== true) throw new UsageError(`tertib ${command} needs a ${argument.name}: tertib ${command} <${argument.name}>. ${see}`);
  return argument ? { ...values, [argument.name]: given[0] } : values;
}

function meant(word: string, names: readonly string[], prefix = ''): string {
  const name = nearest(word, names);
  return name === null ? '' : ` Did you mean ${prefix}${name}?`;
}
