import type { ProcessValue, ProcessVariables } from '../contracts/index.js';

/** A variable as the engine's REST API writes it. */
export interface EngineVariable {
  readonly value: unknown;
  readonly type?: string;
  readonly valueInfo?: Readonly<Record<string, unknown>>;
}

export type EngineVariables = Readonly<Record<string, EngineVariable>>;

/** Longer texts do not fit the engine's column; they belong into our own records, with their id in the engine. */
export const LONGEST_TEXT = 4000;

const LIST = { objectTypeName: 'java.util.ArrayList', serializationDataFormat: 'application/json' };
const INT_32 = 2 ** 31;

/**
 * One of our values as the engine takes it. A list of texts becomes a Java list, because a multi-instance activity
 * answers 500 to any other form of it; a Date becomes ISO text, which timers read.
 */
export function toEngineVariable(value: ProcessValue | undefined): EngineVariable {
  if (value === null || value === undefined) return { value: null, type: 'Null' };
  if (typeof value === 'boolean') return { value, type: 'Boolean' };
  if (typeof value === 'number') return { value, type: numberType(value) };
  if (typeof value === 'string') return { value: fitting(value), type: 'String' };
  if (value instanceof Date) return { value: value.toISOString(), type: 'String' };
  const json = JSON.stringify(value);
  if (isListOfTexts(value)) return { value: json, type: 'Object', valueInfo: LIST };
  return { value: json, type: 'Json' };
}

export function toEngineVariables(variables: ProcessVariables = {}): EngineVariables {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, toEngineVariable(value)]));
}

/** The value of an engine's variable that was read without deserialisation. Dates stay the text that the engine wrote. */
export function fromEngineVariable({ value, type, valueInfo }: EngineVariable): ProcessValue {
  const serialised = type === 'Json' || valueInfo?.['serializationDataFormat'] === 'application/json';
  return (serialised && typeof value === 'string' ? JSON.parse(value) : (value ?? null)) as ProcessValue;
}

export function fromEngineVariables(variables: EngineVariables = {}): Record<string, ProcessValue> {
  return Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, fromEngineVariable(variable)]));
}

function numberType(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that the engine can hold`);
  if (!Number.isSafeInteger(value)) return 'Double';
  return value >= -INT_32 && value < INT_32 ? 'Integer' : 'Long';
}

function fitting(text: string): string {
  if (text.length > LONGEST_TEXT) throw new RangeError(`A text of ${text.length} characters is too long for a process variable (${LONGEST_TEXT})`);
  return text;
}

const isListOfTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
