import type { RecordedStep } from './step-ledger.js';
import type { StepOwner } from './step-runner.js';

/** Names in a message: the engine's column for it is short, and the difference is at the end. */
const SHOWN = 4;

const quoted = (name: string): string => `"${name.length > 60 ? `${name.slice(0, 59)}…` : name}"`;
const listed = (names: readonly string[]): string =>
  names.length > SHOWN ? `(${names.length - SHOWN} others), ${names.slice(-SHOWN).map(quoted).join(', ')}` : names.map(quoted).join(', ');

const CURE =
  'Give the step its former name and place back and let the task run again; new steps go after the old ones. ' +
  'Where the steps must differ, give the new procedure version a new topic and keep this handler for the cases under way.';

export const changed = ({ source, taskId }: StepOwner, recorded: readonly RecordedStep[], asked: readonly string[]): string =>
  `The steps of ${source} differ from those that task ${taskId} has done: recorded as step ${asked.length} is ${quoted(recorded[asked.length - 1]?.name ?? '')}, ` +
  `asked for was ${quoted(asked.at(-1) ?? '')}. Before it: ${listed(asked.slice(0, -1)) || 'none'}. Nothing was done twice. ${CURE}`;

export const leftOut = ({ source, taskId }: StepOwner, recorded: readonly RecordedStep[], asked: readonly string[]): string =>
  `${source} ended without the step ${listed(recorded.slice(asked.length).map(({ name }) => name))}, which task ${taskId} has done. ` +
  `Either the step was removed, or what decides about it has changed since: decide in a step of its own, whose answer is remembered. ${CURE}`;

export const atOnce = ({ source }: StepOwner, name: string, underWay: string): string =>
  `${source} asked for step ${quoted(name)} while step ${quoted(underWay)} was under way. Steps are done one after the other, because their order is what a ` +
  'repeated run is compared with: await each of them, outside other steps. What may go on at once belongs into one step.';

export const twice = ({ source }: StepOwner, name: string): string =>
  `${source} asked for step ${quoted(name)} twice in one run. Each step needs a name of its own; in a loop, put the id of the thing into it: \`sent:\${id}\`.`;

export const notAwaited = ({ source }: StepOwner, name: string): string => `${source} ended while its step ${quoted(name)} was under way: await every step.`;

export const afterTheEnd = ({ source }: StepOwner, name: string): string => `Step ${quoted(name)} of ${source} was asked for after the run had ended, and not done: await every step.`;

export const badName = ({ source }: StepOwner, name: string, longest: number): string =>
  `${source} asked for a step with a name of ${name.length} characters: names have 1 to ${longest}.`;
