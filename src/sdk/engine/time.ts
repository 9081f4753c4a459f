/**
 * A time as the engine reads it. The offset is always there: without one the engine takes the zone of its own JVM.
 *
 * @internal
 * @example engineTime(new Date(0)) // '1970-01-01T00:00:00.000+0000'
 */
export const engineTime = (time: Date): string => time.toISOString().replace('Z', '+0000');

/** A time as the engine writes it (`2026-01-31T17:00:00.000+0700`). @beta */
export const fromEngineTime = (text: string): Date => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

/** JSON in which every `Date` is written as the engine reads it. */
export const engineJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    const original = this[key];
    return original instanceof Date ? engineTime(original) : plain;
  });
