import type { Command, Entry, Option } from './command.js';

export const COMMON: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', summary: 'answer as JSON' },
  help: { type: 'boolean', summary: 'show this help' },
};

const table = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
};
const optionRow = ([name, { value, summary, default: standard }]: readonly [string, Option]): readonly [string, string] => [`--${name}${value ? ` <${value}>` : ''}`, `${summary}${standard === undefined ? '' : ` (default: ${standard})`}`];

const EXIT = 'Exit code: 0 all is well; 1 something was found, it is said what; 2 called in a way that cannot work.';

export function overview(commands: Readonly<Record<string, Entry>>): string {
  return ['tertib <command> [options]', '', ...table(Object.entries(commands).map(([name, { summary }]) => [name, summary])), '', 'tertib help <command> says what a command can do.', EXIT].join('\n');
}

export function helpOf(name: string, summary: string, { argument, options }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON }).map(optionRow);
  const own: typeof rows = argument ? [[`<${argument.name}>`, argument.summary]] : [];
  return [`tertib ${name}${argument ? ` <${argument.name}>` : ''} [options]`, '', `${summary}.`, '', ...table([...own, ...rows]), '', EXIT].join('\n');
}
