import { useFormat } from '../../../i18n/index.js';
import { CodeCell } from './CodeCell.js';
import type { TableColumn } from './check.js';
import { isGrouped, numberIn, shownDay, type Mark } from './figures.js';
import type { Place } from './paste.js';
import type { useCells } from './useCells.js';

interface Props {
  id: string;
  datasetId: string;
  column: TableColumn;
  text: string;
  /** What the code in it is called. */
  title: string | null;
  label: string;
  invalid: boolean;
  /** Whether the text is what somebody wrote: that is shown as it is, and what the server read from it as the reader writes numbers. */
  asWritten: boolean;
  mark: Mark;
  /** Where it is written; null where it is only read. */
  place: Place | null;
  cells: ReturnType<typeof useCells>;
}

/** A cell of the table that a producer types: text, or a code with what it is called beside it. */
export function Cell({ id, datasetId, column, text, title, label, invalid, asWritten, mark, place, cells }: Props) {
  const format = useFormat();
  const number = asWritten || !isGrouped(column) ? null : numberIn(text, mark);
  const read = !asWritten && column.type === 'date' ? shownDay(text) : text;
  if (!place) return <span>{number === null ? read : format.figure(number)}{title ? <span className="text-secondary ms-2">{title}</span> : null}</span>;
  const onPaste = (event: React.ClipboardEvent) => cells.paste(event, place);
  if (column.coded) return <CodeCell id={id} datasetId={datasetId} column={column.key} label={label} value={text} title={title} invalid={invalid} onWrite={(written, offer) => cells.write(place.row, column, written, offer)} onPaste={onPaste} />;
  return <input id={id} className="form-control form-control-sm" aria-label={label} aria-invalid={invalid} value={text} onChange={(event) => cells.write(place.row, column, event.target.value)} onPaste={onPaste} />;
}
