import { useRef, useState, type ClipboardEvent } from 'react';
import { useT } from '../../../i18n/index.js';
import { parseTsv } from '../../../tsv.js';
import { say } from '../../../ui/index.js';
import { words } from '../../words.js';
import { meantCodes } from './codes.js';
import type { Offer } from './offers.js';
import type { TableColumn, TableRow } from './check.js';
import { pasted, withCodes, type Place } from './paste.js';

interface Given {
  readonly datasetId: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly onChange: (rows: TableRow[]) => void;
}

/** What is in cells of a column and could not be asked about. */
export interface Unmatched {
  readonly column: TableColumn;
  readonly texts: readonly string[];
  readonly error: unknown;
}

/** Writing into a table: a cell, or what was copied from a spreadsheet. Where a column takes codes, a name that only one code has becomes that code. */
export function useCells({ datasetId, columns, rows, onChange }: Given) {
  const t = useT(words);
  // An answer of the server comes when the person has typed on: it is put into the rows as they are then.
  const now = useRef(rows);
  now.current = rows;
  const [chosen, setChosen] = useState<Readonly<Record<string, Offer['title']>>>({});
  const [unmatched, setUnmatched] = useState<readonly Unmatched[]>([]);
  const put = (next: TableRow[]) => {
    now.current = next;
    onChange(next);
  };
  const settle = async (column: TableColumn, texts: readonly string[]) => {
    if (!column.coded || texts.length === 0) return;
    try {
      const codes = await meantCodes(datasetId, column.key, texts);
      const next = withCodes(now.current, column.key, codes);
      if (next.some((row, index) => row !== now.current[index])) put(next);
    } catch (error) {
      // What was written stays as it is, to be asked about again.
      setUnmatched((before) => [...before, { column, texts, error }]);
    }
  };
  const matchAgain = () => {
    setUnmatched([]);
    for (const key of new Set(unmatched.map(({ column }) => column.key))) {
      const of = unmatched.filter(({ column }) => column.key === key);
      if (of[0]) void settle(of[0].column, [...new Set(of.flatMap(({ texts }) => texts))]);
    }
  };
  const write = (row: number, column: TableColumn, text: string, offer: Offer | null = null) => {
    if (offer) setChosen((before) => ({ ...before, [nameOf(column.key, offer.code)]: offer.title }));
    put(now.current.map((one, index) => (index === row ? { ...one, [column.key]: text } : one)));
    if (!offer && text !== '') void settle(column, [text]);
  };
  const paste = (event: ClipboardEvent, at: Place) => {
    const cells = parseTsv(event.clipboardData.getData('text/plain'));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    const { rows: next, written, cut } = pasted(now.current, columns, at, cells);
    put(next);
    if (cut) say(t.pasteCut);
    for (const column of columns) void settle(column, [...(written.get(column.key) ?? [])].filter(Boolean));
  };
  return { write, paste, unmatched, matchAgain, chosen: (column: string, code: string): Offer['title'] | undefined => chosen[nameOf(column, code)] };
}

const nameOf = (column: string, code: string): string => `${column}\n${code}`;
