import type { Text } from '../../sdk/index.js';
import type { Repair } from './repair.js';

/** What keeps a release from going live: where, and a sentence. */
export interface Finding {
  readonly code: string;
  /** The file, as in the package; empty while only one is looked at. */
  readonly path: string;
  /** What people call the file. */
  readonly title: Text;
  /** The diagram's element or the form's component. */
  readonly elementId: string;
  /** What people call it; empty where it has no name. */
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
  /** What one click can do about it; null where only a person knows. */
  readonly repair: Repair | null;
}

const NO_TITLE: Text = { id: '', en: '' };

export const finding = (code: string, elementId: string, id: string, en: string, severity: Finding['severity'] = 'error', repair: Repair | null = null): Finding => ({ code, path: '', title: NO_TITLE, elementId, name: '', severity, message: { id, en }, repair });
