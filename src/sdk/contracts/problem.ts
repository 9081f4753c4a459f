import type { Text } from './text.js';

/**
 * An error that a person may see: becomes problem+json (RFC 9457) in their language.
 *
 * @public
 * @example
 * throw new Problem('deadline-passed', 409, { id: 'Batas waktu sudah lewat.', en: 'The deadline has passed.' });
 */
export class Problem extends Error {
  constructor(
    /** Stable and kebab-case; clients branch on it. */
    readonly code: string,
    /** HTTP status, 400 to 599. */
    readonly status: number,
    /** What people read: what is wrong, and what to do. */
    readonly text: Text,
    /** Further members of the answer. Default: none. */
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en);
    this.name = 'Problem';
  }

  /** `not-found` (404). Also for what exists but is not the asker's to see, so that nobody learns which ids are real. */
  static notFound(): Problem {
    return new Problem('not-found', 404, { id: 'Tidak ditemukan, atau Anda tidak berhak melihatnya.', en: 'Not found, or not yours to see.' });
  }

  /** `forbidden` (403): signed in, but of none of the roles that may. */
  static forbidden(): Problem {
    return new Problem('forbidden', 403, { id: 'Peran Anda tidak memperbolehkan tindakan ini.', en: 'Your role does not permit this.' });
  }
}
