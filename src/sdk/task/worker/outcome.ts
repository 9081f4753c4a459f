import { BusinessError, FatalError, RetryableError } from '../failures.js';
import type { ProcessVariables } from '../../contracts/index.js';
import { VariableUnreadable } from '../../engine/index.js';

/**
 * What the engine is told of a task: that it is done, with its variables; that a BPMN error of this code happened; or that it failed,
 * with the tries that are left (none: an incident) and the delay before the next one, in milliseconds.
 * @public
 */
export type Outcome =
  | { readonly kind: 'complete'; readonly variables: ProcessVariables }
  | { readonly kind: 'business-error'; readonly code: string; readonly message: string; readonly variables: ProcessVariables }
  | { readonly kind: 'failure'; readonly message: string; readonly details: string; readonly retries: number; readonly delay: number };

export const DEFAULT_RETRIES: readonly number[] = [10, 60, 600];

/**
 * The outcome of an error. `tried` is the engine's own count of tries left, null before the first failure; `retries` are
 * the seconds to wait before each further try. Waits are spread by ±20 % so that what failed together does not return together.
 */
export function outcomeOf(error: unknown, tried: number | null, retries: readonly number[] = DEFAULT_RETRIES, random: () => number = Math.random): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof BusinessError) return { kind: 'business-error', code: error.code, message, variables: error.variables as ProcessVariables };
  const details = error instanceof Error ? (error.stack ?? message) : message;
  if (error instanceof FatalError || error instanceof VariableUnreadable) return { kind: 'failure', message, details, retries: 0, delay: 0 };
  const left = tried === null ? retries.length : Math.max(0, tried - 1);
  const planned = retries[Math.max(0, retries.length - left)] ?? 0;
  const seconds = error instanceof RetryableError ? (error.delay ?? planned) : planned;
  return { kind: 'failure', message, details, retries: left, delay: Math.round(seconds * 1000 * (0.8 + 0.4 * random())) };
}
