import type { Text } from '../../sdk/index.js';

/** What keeps a release from going live: where, and a sentence. */
export interface Finding {
  readonly code: string;
  /** The file, as in the package; empty while only one is looked at. */
  readonly path: string;
  /** The diagram's element or the form's component. */
  readonly elementId: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
}

export const finding = (code: string, elementId: string, id: string, en: string, severity: Finding['severity'] = 'error'): Finding => ({ code, path: '', elementId, severity, message: { id, en } });
