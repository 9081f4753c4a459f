import type { Refusal } from './edit-queue.js';

type Values = Readonly<Record<string, unknown>>;
type Line = Readonly<Record<string, unknown>>;
/** One thing that was not accepted of a row: in which field, in which line of it where it has lines, and what of that. */
export interface RefusedPart {
  readonly field: string;
  readonly line: number | null;
  readonly key: string;
  readonly message: string;
}

/** What was written of a row in an edit that was refused. */
export const writtenOf = (refusal: Refusal | null, id: string): Values => refusal?.edit.changes.find((one) => one.id === id)?.values ?? {};

/** What the server says of this row's fields, read from paths such as `changes.0.variabel.3.kolom`. */
export function refusedParts(refusal: Refusal | null, id: string, errors: readonly { readonly path: string; readonly message: string }[]): RefusedPart[] {
  const change = refusal?.edit.changes.findIndex((one) => one.id === id) ?? -1;
  return errors.flatMap(({ path, message }) => {
    const [place, number, field, line, key] = path.split('.');
    if (place !== 'changes' || Number(number) !== change || field === undefined) return [];
    return [{ field, line: line === undefined ? null : Number(line), key: key ?? field, message }];
  });
}

/** What is said of a line, by key. It is the line's as long as nobody has changed it, wherever it stands by now. */
export function notesOnLine(parts: readonly RefusedPart[], written: Values, field: string, line: Line): Readonly<Record<string, string>> {
  const lines: readonly unknown[] = Array.isArray(written[field]) ? written[field] : [];
  return Object.fromEntries(parts.filter((one) => one.field === field && one.line !== null && lines[one.line] === line).map(({ key, message }) => [key, message]));
}
