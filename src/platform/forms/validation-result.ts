import type { FileRef, ProcessVariables, Text } from '../../sdk/index.js';
import type { FormDefinition } from './form-definition.js';

/** What does not fit: `path` into the data (`daftar.2.nama`), `component` the key of the field. */
export interface FormError {
  readonly path: string;
  readonly component: string;
  readonly message: Text;
}

export type FormResult =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>>; readonly variables: ProcessVariables }
  | { readonly ok: false; readonly errors: readonly FormError[] };

/** Options of a validation. */
export interface ValidationOptions {
  /** What the server filled the form with: hidden and disabled fields may hold nothing else. */
  readonly initial?: Readonly<Record<string, unknown>>;
  /** Files that were never stored, and count as if they were: those of a preview. */
  readonly files?: readonly FileRef[];
}

/** All that the worker needs; plain data, so that it can be posted. */
export interface ValidationJob {
  readonly form: FormDefinition;
  readonly data: unknown;
  readonly initial: Readonly<Record<string, unknown>>;
  readonly files: readonly FileRef[];
  /** By key of a field, what of the values sent may be chosen there. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Ids and codes of producers, for `pilihProdusen`. */
  readonly offices: readonly string[];
}
