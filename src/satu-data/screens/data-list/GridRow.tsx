import { memo } from 'react';
import { Icon, useLanguage, useT } from 'tertib/screens';
import { notesOf, shown, valueOf, type Field, type Row } from './cells.js';
import { HEIGHT, isPinned, placed } from './layout.js';
import { listWords } from './list-words.js';

interface RowProps {
  row: Row;
  index: number;
  number: number;
  fields: readonly Field[];
  /** Which of the fields are drawn. */
  columns: readonly number[];
  lefts: readonly number[];
  chosen: boolean;
  from: number;
  to: number;
  active: number;
  editable: (field: Field, row?: Row) => boolean;
}

/** One line; drawn anew only where something of it has changed. */
export const GridRow = memo(function GridRow({ row, index, number, fields, columns, lefts, chosen, from, to, active, editable }: RowProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const toDo = row.marks.some(({ state }) => state === 'open');
  return (
    <div role="row" aria-rowindex={index + 3} aria-selected={chosen} className={`dl-row${chosen ? ' dl-chosen' : ''}`} style={{ transform: `translateY(${index * HEIGHT}px)` }} data-row={index}>
      <div role="rowheader" className="dl-cell dl-aside" aria-colindex={1}>
        <input type="checkbox" className="form-check-input m-0" tabIndex={-1} checked={chosen} readOnly aria-label={t.choose(number)} data-choose={row.id} />
        <button type="button" tabIndex={-1} className="btn btn-link p-0 dl-open" aria-label={t.open(number)} data-open={row.id}>{number}</button>
        {toDo ? <Icon name="edit" size={14} className="text-warning" /> : row.problems.length ? <Icon name="alert" size={14} className="text-danger" /> : null}
      </div>
      {columns.map((column) => {
        const field = fields[column] as Field;
        const fixed = !editable(field, row);
        const notes = notesOf(row, field.key, language);
        const marked = row.marks.some((mark) => mark.field === field.key && mark.state === 'open');
        const names = ['dl-cell', isPinned(field) && 'dl-pin', column >= from && column <= to && 'dl-in', column === active && 'dl-active', notes.length > 0 && (marked ? 'dl-marked' : 'dl-wrong'), row.changed.includes(field.key) && 'dl-changed', fixed && 'dl-fixed'].filter(Boolean).join(' ');
        return (
          <div key={field.key} id={column === active ? 'dl-active' : undefined} role="gridcell" aria-colindex={column + 2} aria-readonly={fixed} aria-invalid={notes.length > 0 || undefined} className={names} style={placed(field, lefts[column] ?? 0)} data-column={column} title={notes.join('\n') || undefined}>
            {shown(field, valueOf(row, field.key), language)}
          </div>
        );
      })}
    </div>
  );
});
