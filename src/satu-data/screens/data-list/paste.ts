import { normal } from '../../tables/header-names.js';
import { bounds, readInput, valueOf, type Edit, type Field, type Place, type Range, type Row } from './cells.js';

export interface Refused {
  /** Null for one that would have been added. */
  readonly id: string | null;
  readonly row: number;
  readonly field: Field;
  readonly value: string;
}
export interface Written {
  readonly edit: Edit;
  /** What undoes it. */
  readonly back: Edit;
  readonly refused: readonly Refused[];
  /** How many cells had no place: behind the last column, below the last row where none may be added, or in a column that is fixed now. */
  readonly left: number;
}

/** Puts cells at a place; a row of titles that was copied along is left out. One cell fills the whole range; what goes beyond the last row makes new rows, where that is allowed. */
export function writeCells(rows: readonly Row[], fields: readonly Field[], editable: (field: Field, row?: Row) => boolean, at: Place, cells: readonly (readonly string[])[], fill: Range, mayAdd: boolean): Written {
  const { top, bottom, left, right } = bounds(fill);
  const single = cells.length === 1 && cells[0]?.length === 1 ? (cells[0][0] as string) : null;
  const block = single === null ? (isTitles(cells, fields, at) ? cells.slice(1) : cells) : Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => single));
  const refused: Refused[] = [];
  const changes: { id: string; values: Record<string, string> }[] = [];
  const back: { id: string; values: Record<string, string> }[] = [];
  const added: Record<string, string>[] = [];
  let unplaced = 0;
  block.forEach((line, down) => {
    const row = rows[at.row + down];
    if (!row && !mayAdd) {
      unplaced += line.filter((given) => given.trim() !== '').length;
      return;
    }
    const values: Record<string, string> = {};
    line.forEach((given, across) => {
      const field = fields[at.column + across];
      if (!field || !editable(field, row)) {
        if (given.trim() !== '' && !isThere(given, field, row)) unplaced += 1;
        return;
      }
      const value = readInput(field, given);
      if (value === null) refused.push({ id: row?.id ?? null, row: at.row + down, field, value: given });
      else if (value !== (row?.values[field.key] ?? '')) values[field.key] = value;
    });
    if (Object.keys(values).length === 0) return;
    if (!row) added.push(values);
    else {
      changes.push({ id: row.id, values });
      back.push({ id: row.id, values: Object.fromEntries(Object.keys(values).map((key) => [key, row.values[key] ?? ''])) });
    }
  });
  return { edit: { changes, added }, back: { changes: back }, refused, left: unplaced };
}

/** Whether the first of several rows says what the columns below it are called. */
function isTitles([first, ...others]: readonly (readonly string[])[], fields: readonly Field[], at: Place): boolean {
  const filled = (first ?? []).flatMap((text, across) => (text.trim() === '' ? [] : [{ text: normal(text), field: fields[at.column + across] }]));
  return others.length > 0 && filled.length > 0 && filled.every(({ text, field }) => field !== undefined && [field.label.id, field.label.en].some((name) => normal(name) === text));
}

/** What was typed into one cell of a row, as that was when the typing began: written is what differs from what its writer saw. */
export function writeCell(row: Row, fields: readonly Field[], editable: (field: Field, row?: Row) => boolean, column: number, text: string): Written {
  const at = { row: 0, column };
  const written = writeCells([row], fields, editable, at, [[text]], { anchor: at, focus: at }, false);
  return { ...written, edit: { ...written.edit, changes: written.edit.changes.map((one) => ({ ...one, version: row.version })) } };
}

/** A fixed cell that was copied along has lost nothing. */
const isThere = (given: string, field: Field | undefined, row: Row | undefined): boolean => field !== undefined && readInput(field, given) === (row ? valueOf(row, field.key) : '');
