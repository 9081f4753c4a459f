import { EngineFile, type ProcessValue, type ProcessVariables } from '../contracts/index.js';
import { VariableUnreadable } from './errors.js';
import { engineTime, fromEngineTime } from './time.js';

/** A variable as the engine's REST API writes it. @beta @engineRecord */
export interface EngineVariable {
  readonly value: unknown;
  readonly type?: string;
  readonly valueInfo?: Readonly<Record<string, unknown>>;
}

/** Variables as the engine's REST API writes them, by name. @beta */
export type EngineVariables = Readonly<Record<string, EngineVariable>>;

/** Characters of a process variable at most: longer texts do not fit the engine's column; they belong into our own records, with their id in the engine. @beta */
export const LONGEST_TEXT = 4000;

const LIST = { objectTypeName: 'java.util.ArrayList', serializationDataFormat: 'application/json' };
const INT_32 = 2 ** 31;
const INT_64 = 2n ** 63n;

/**
 * One of our values as the engine takes it: {@link ProcessValue} says which kind becomes which. A list of texts becomes a
 * Java list, because a multi-instance activity answers 500 to any other form of it.
 *
 * @internal
 * @throws RangeError for what the engine cannot hold.
 */
export function toEngineVariable(value: ProcessValue | undefined): EngineVariable {
  if (value === null || value === undefined) return { value: null, type: 'Null' };
  if (typeof value === 'boolean') return { value, type: 'Boolean' };
  if (typeof value === 'number') return { value, type: numberType(value) };
  if (typeof value === 'bigint') return { value: String(fittingLong(value)), type: 'Long' };
  if (typeof value === 'string') return { value: fitting(value), type: 'String' };
  if (value instanceof Date) return { value: engineTime(value), type: 'Date' };
  if (value instanceof Uint8Array) return { value: Buffer.from(value).toString('base64'), type: 'Bytes' };
  if (value instanceof EngineFile) throw new RangeError(`The file "${value.filename}" is a reference: a file variable stays where it is and cannot be written`);
  const json = JSON.stringify(value);
  if (isListOfTexts(value)) return { value: json, type: 'Object', valueInfo: LIST };
  return { value: json, type: 'Json' };
}

/** @throws RangeError that names the variable which the engine cannot hold. @internal */
export function toEngineVariables(variables: ProcessVariables = {}): EngineVariables {
  return mapped(variables, (value, name) => {
    try {
      return toEngineVariable(value);
    } catch (error) {
      throw new RangeError(`Process variable "${name}": ${(error as Error).message}`, { cause: error });
    }
  });
}

const READERS: Readonly<Record<string, (variable: EngineVariable) => ProcessValue>> = {
  Date: ({ value }) => fromEngineTime(value as string),
  // As text only where a number cannot hold it: `exactLongs`.
  Long: ({ value }) => (typeof value === 'string' ? BigInt(value) : (value as number)),
  Double: ({ value }) => Number(value),
  Bytes: ({ value }) => Buffer.from(value as string, 'base64'),
  Json: ({ value }) => JSON.parse(value as string) as ProcessValue,
  Object: (variable) => readObject(variable),
};

/**
 * The value of an engine's variable that was read without deserialisation, by its type.
 *
 * @beta
 * @throws VariableUnreadable for an object in a form that only Java reads.
 */
export function fromEngineVariable(variable: EngineVariable): ProcessValue {
  const { type = '', value, valueInfo = {} } = variable;
  // A file's bytes do not come along.
  if (type === 'File') return new EngineFile(String(valueInfo['filename']), text(valueInfo['mimeType']), text(valueInfo['encoding']));
  if (value === null || value === undefined) return null;
  return READERS[type]?.(variable) ?? (value as ProcessValue);
}

/**
 * All of them by name. One that cannot be read is there without being listed: only who asks for it gets its
 * {@link VariableUnreadable}.
 * @internal
 */
export function fromEngineVariables(variables: EngineVariables = {}): Record<string, ProcessValue> {
  const read: Record<string, ProcessValue> = {};
  for (const [name, variable] of Object.entries(variables)) {
    try {
      set(read, name, fromEngineVariable(variable));
    } catch (error) {
      const refuse = (): never => {
        throw new VariableUnreadable(`Process variable "${name}" cannot be read: ${(error as Error).message}`, { cause: error });
      };
      Object.defineProperty(read, name, { get: refuse, enumerable: false, configurable: true });
    }
  }
  return read;
}

/** A variable named `__proto__` is a variable like any other; all others are set the quick way. */
function set(target: Record<string, ProcessValue>, name: string, value: ProcessValue): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
}

function readObject({ value, valueInfo = {} }: EngineVariable): ProcessValue {
  const format = valueInfo['serializationDataFormat'];
  if (format === 'application/json' && typeof value === 'string') return JSON.parse(value) as ProcessValue;
  const kind = text(valueInfo['objectTypeName']) ?? 'an object';
  throw new VariableUnreadable(`it holds ${kind} as ${text(format) ?? 'an unknown format'}, which only Java can read. Keep it as JSON (serializationDataFormat "application/json")`);
}

const mapped = <V, W>(record: Readonly<Record<string, V>>, map: (value: V, name: string) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function numberType(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that the engine can hold`);
  if (!Number.isSafeInteger(value)) return 'Double';
  return value >= -INT_32 && value < INT_32 ? 'Integer' : 'Long';
}

function fittingLong(value: bigint): bigint {
  if (value < -INT_64 || value >= INT_64) throw new RangeError(`${value} is too large for the engine's whole numbers (64 bits)`);
  return value;
}

function fitting(value: string): string {
  if (value.length > LONGEST_TEXT) throw new RangeError(`A text of ${value.length} characters is too long for a process variable (${LONGEST_TEXT})`);
  return value;
}

const isListOfTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
