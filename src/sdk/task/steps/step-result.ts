import { FatalError } from '../failures.js';

/** Bytes of JSON that a step may answer. More belongs into a file or a table, its id into the step. @internal */
export const LARGEST_RESULT = 64 * 1024;

/**
 * What a later run will get for this result; the first run gets the same. Nothing (`undefined`) becomes null.
 *
 * @throws FatalError for what JSON would change, or what is too large.
 */
export function stepResult<T>(result: T, step: string): T {
  const odd = oddity(result ?? null, 'its result', new Set());
  if (odd) throw new FatalError(`The result of step "${step}" cannot be remembered: ${odd}. Answer plain JSON, only what later steps need, or nothing.`);
  const text = JSON.stringify(result ?? null);
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGEST_RESULT) throw new FatalError(`The result of step "${step}" is too large: ${bytes} bytes of JSON where ${LARGEST_RESULT} are the most. Keep it in a file or a table, and answer its id.`);
  return JSON.parse(text) as T;
}

/** What in a value JSON would lose or change, in words; null where nothing. A property that is undefined counts as absent. */
function oddity(value: unknown, where: string, above: Set<object>): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${where} is ${value}`;
  if (typeof value !== 'object') return `${where} is a ${typeof value}`;
  if (above.has(value)) return `${where} contains itself`;
  const prototype = Object.getPrototypeOf(value) as object | null;
  const list = Array.isArray(value);
  if (!list && prototype !== null && prototype !== Object.prototype) return `${where} is a ${prototype.constructor.name}`;
  above.add(value);
  // A hole in a list would become null.
  const entries: [string, unknown][] = list ? Array.from(value, (item, index) => [`[${index}]`, item]) : Object.entries(value).map(([key, item]) => [`.${key}`, item]);
  for (const [key, item] of entries) {
    const found = item === undefined && !list ? null : oddity(item, `${where}${key}`, above);
    if (found) return found;
  }
  above.delete(value);
  return null;
}
