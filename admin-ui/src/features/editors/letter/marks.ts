import type { CheckFinding } from '../../../api/index.js';

/** Something in a line that is wrong; the whole line where no piece is known. Lines are counted from 1. */
export interface Mark {
  readonly line: number;
  readonly piece: string | null;
}

/** What the check has found in this file. */
export const marksOf = (findings: readonly CheckFinding[], path: string): Mark[] =>
  findings.filter((finding) => finding.path === path && Number(finding.elementId) > 0).map(({ elementId, repair }) => ({ line: Number(elementId), piece: repair && repair.edit !== 'file' ? (repair.value.split('\n')[0] ?? null) : null }));

export interface Piece {
  readonly at: number;
  readonly text: string;
  readonly mark: boolean;
}

/** The text in pieces, some of them marked; what is not there any more is not marked. */
export function marked(text: string, marks: readonly Mark[]): Piece[] {
  const lines = text.split('\n');
  const starts = lines.map(((at) => (line: string) => (at += line.length + 1) - line.length - 1)(0));
  const places = marks.flatMap(({ line, piece }) => {
    const whole = lines[line - 1];
    const column = whole === undefined ? -1 : piece === null ? 0 : whole.indexOf(piece);
    return whole && column >= 0 ? [{ from: (starts[line - 1] ?? 0) + column, length: piece?.length ?? whole.length }] : [];
  }).toSorted((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, length } of places) {
    if (from < at) continue;
    pieces.push({ at, text: text.slice(at, from), mark: false }, { at: from, text: text.slice(from, from + length), mark: true });
    at = from + length;
  }
  return [...pieces, { at, text: text.slice(at), mark: false }].filter((piece) => piece.text !== '');
}
