import { EngineFile, fromEngineVariable, VariableUnreadable, type EngineVariable, type ProcessValue } from '../../../sdk/index.js';

/** A variable as our read model keeps it, which is JSON: times as ISO 8601, large whole numbers as text, files by their name; null for what it cannot show. */
export function shownValue(variable: EngineVariable): ProcessValue {
  try {
    const value = fromEngineVariable(variable);
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'bigint') return String(value);
    if (value instanceof EngineFile) return value.filename;
    return value instanceof Uint8Array ? null : value;
  } catch (error) {
    if (error instanceof VariableUnreadable) return null;
    throw error;
  }
}
