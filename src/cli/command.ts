/** An option: its value is a text, or true for a flag. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly summary: string;
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly default?: string;
  readonly multiple?: boolean;
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command has found out: for people, and for machines with `--json`. */
export interface Outcome {
  /** False ends with exit code 1: findings, a difference, something to cure. */
  readonly ok: boolean;
  /** Sentences, without the last line break. */
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** What stands behind the command's name, without a `--`. It must be given. */
export interface Argument {
  /** Its name among the values, and in the help. */
  readonly name: string;
  readonly summary: string;
}

/** Tells people how far a command is; machines do not read it. */
export type Say = (line: string) => void;

export interface Command {
  readonly argument?: Argument;
  readonly options: Readonly<Record<string, Option>>;
  run(values: Values, say?: Say): Promise<Outcome>;
}

/** A command as the table of commands has it; what it needs is loaded when it is called. */
export interface Entry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** A command was called with what it cannot work with. Ends with exit code 2; the message names the cure. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What could not be done, in a sentence that names the cure. Ends with exit code 1; without findings, and without a stack. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** An option's one text; its default where nobody gave one. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The folder that holds `bpmn/` and `forms/`. */
export const ROOT: Option = { type: 'string', value: 'folder', default: '.', summary: 'the folder that holds bpmn/, forms/ and letters/' };

/** Plugins whose handlers are known to the check. */
export const PLUGIN: Option = { type: 'string', value: 'file', multiple: true, summary: 'a built file that exports a plugin, whose handlers are checked as well; may be given again' };
