import type { FormComponent } from './form-definition.js';
import { isRecord } from './validation/empty.js';

/** A part that several forms share: in a form stands its copy, with the version that it was copied from. */
export const PART = 'bagian';

export interface PartPin {
  readonly key: string;
  readonly version: number;
}

/** Which part a component is a copy of, and of which version; null where it does not say. */
export function pinOf({ type, part }: FormComponent): PartPin | null {
  if (type !== PART || !isRecord(part) || typeof part['key'] !== 'string' || !Number.isInteger(part['version'])) return null;
  return { key: part['key'], version: part['version'] as number };
}
