import { FileProblem } from './files.errors.js';

export const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
/** A table as text is read as a stream: a million rows of eleven columns are about 100 MB. */
export const MAX_TABLE_BYTES = 200 * 1024 * 1024;

/** @throws a problem for what is too large for its kind; what is too large for any was broken off while it came. */
export function assertSize(type: string, size: number): void {
  if (type !== 'text/csv' && size > MAX_UPLOAD_BYTES) throw FileProblem.tooLarge();
}
