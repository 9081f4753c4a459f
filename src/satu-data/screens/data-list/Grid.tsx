import { useCallback, useEffect, useMemo, useRef, useState, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, type UIEvent } from 'react';
import { parseTsv, useLanguage, useT, writeTsv } from 'tertib/screens';
import { bounds, moved, shown, valueOf, type Field, type Place, type Range, type Row } from './cells.js';
import { CellEditor } from './CellEditor.js';
import { GridHead } from './GridHead.js';
import { GridRow } from './GridRow.js';
import { ASIDE, covered, HEAD, HEIGHT, isPinned, leftsOf, widthOf } from './layout.js';
import { listWords } from './list-words.js';
import { placeNow, spotAt, spotsAt, type Spot } from './spots.js';
import { useInSight } from './useInSight.js';

interface Props {
  fields: readonly Field[];
  rows: readonly Row[];
  /** The number of a row in the whole list, whatever is filtered. */
  numberOf: (id: string) => number;
  chosen: ReadonlySet<string>;
  onChoose: (ids: readonly string[], chosen: boolean) => void;
  editable: (field: Field, row?: Row) => boolean;
  onCells: (from: Place, cells: readonly (readonly string[])[], fill: Range) => void;
  /** Of a row as it was when somebody began to type into it. */
  onCell: (row: Row, column: number, text: string) => void;
  /** Told when somebody comes to the sheet, and when he leaves it. */
  onWork: (working: boolean) => void;
  onUndo: () => void;
  onOpen: (id: string) => void;
  filters: Readonly<Record<string, string>>;
  onFilter: (key: string, text: string) => void;
}

/** What is typed on a cell, or null where what it holds is changed. */
interface Editing {
  readonly spot: Spot;
  readonly row: Row;
  readonly text: string | null;
}
const START: Place = { row: 0, column: 0 };

/** The list as a sheet: only what is in sight is drawn. Where somebody is, is a row by its id: those above it may come and go. */
export function Grid({ fields, rows, numberOf, chosen, onChoose, editable, onCells, onCell, onWork, onUndo, onOpen, filters, onFilter }: Props) {
  const t = useT(listWords);
  const language = useLanguage();
  const view = useRef<HTMLDivElement>(null);
  /** Kept while a cell is written into: the editor of the pinned column goes with it. */
  const [across, setAcross] = useState(0);
  const [range, setRange] = useState(() => spotsAt(rows, START, START));
  const [editing, setEditing] = useState<Editing | null>(null);
  const lefts = useMemo(() => leftsOf(fields), [fields]);
  const width = (lefts.at(-1) ?? ASIDE) + (fields.length ? widthOf(fields.at(-1) as Field) : 0);
  const { first, last, columns, look } = useInSight(view, fields, lefts);
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);
  const focus = placeNow(range.focus, places);
  const area = bounds({ anchor: placeNow(range.anchor, places), focus });
  const whole: Range = { anchor: { row: area.top, column: area.left }, focus: { row: area.bottom, column: area.right } };

  // What the keys have gone to comes into sight, also where they stay and somebody had scrolled away.
  useEffect(() => {
    const element = view.current;
    if (!element || rows.length === 0) return;
    const y = focus.row * HEIGHT;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y + HEIGHT > element.scrollTop + element.clientHeight - HEAD) element.scrollTop = y + HEIGHT - element.clientHeight + HEAD;
    const field = fields[focus.column] as Field;
    const cover = covered(fields, focus.column);
    const left = lefts[focus.column] ?? 0;
    if (left < element.scrollLeft + cover && !isPinned(field)) element.scrollLeft = left - cover;
    else if (left + widthOf(field) > element.scrollLeft + element.clientWidth) element.scrollLeft = Math.min(left - cover, left + widthOf(field) - element.clientWidth);
  }, [range, focus.row]);

  const edit = useCallback((place: Place, text: string | null = null) => {
    const field = fields[place.column];
    const row = rows[place.row];
    if (!field || !row || !editable(field, row)) return;
    setAcross(view.current?.scrollLeft ?? 0);
    setEditing({ spot: spotAt(rows, place), row, text });
  }, [fields, rows, editable]);
  const select = (anchor: Place, to: Place) => setRange(spotsAt(rows, anchor, to));
  const goTo = (place: Place, extend = false) => {
    const spot = spotAt(rows, place);
    setRange((now) => ({ anchor: extend ? now.anchor : spot, focus: spot }));
  };

  const commit = (text: string, next: [number, number] | null) => {
    if (!editing) return;
    const place = placeNow(editing.spot, places);
    setEditing(null);
    onCell(editing.row, place.column, text);
    // Who clicked elsewhere wants to be there.
    if (!next) return;
    goTo({ row: Math.max(0, Math.min(rows.length - 1, place.row + next[0])), column: Math.max(0, Math.min(fields.length - 1, place.column + next[1])) });
    view.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== view.current) return;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const control = ctrlKey || metaKey;
    const row = rows[focus.row];
    const to = moved(focus, key, control, rows.length, fields.length);
    const ways: Readonly<Record<string, (() => void) | undefined>> = {
      Enter: () => (altKey && row ? onOpen(row.id) : edit(focus)),
      F2: () => edit(focus),
      Delete: () => onCells(whole.anchor, [['']], whole),
      ' ': () => row && onChoose(rows.slice(area.top, area.bottom + 1).map(({ id }) => id), !chosen.has(row.id)),
      ...(control && { z: onUndo, a: () => select(START, { row: rows.length - 1, column: fields.length - 1 }) }),
    };
    const way = to ? () => goTo(to, shiftKey) : (ways[key] ?? (key.length === 1 && !control && !altKey ? () => edit(focus, key) : undefined));
    if (!way) return;
    event.preventDefault();
    way();
  };

  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    if (event.target !== view.current) return;
    event.preventDefault();
    const copied = fields.slice(area.left, area.right + 1);
    event.clipboardData.setData('text/plain', writeTsv(rows.slice(area.top, area.bottom + 1).map((row) => copied.map((field) => shown(field, valueOf(row, field.key), language)))));
  };
  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (event.target !== view.current) return;
    event.preventDefault();
    const cells = parseTsv(event.clipboardData.getData('text/plain'));
    // What was pasted is what is selected then, as in Excel.
    if (cells.length > 1 || (cells[0]?.length ?? 0) > 1) {
      const widest = Math.max(...cells.map((line) => line.length));
      select({ row: Math.min(rows.length - 1, area.top + cells.length - 1), column: Math.min(fields.length - 1, area.left + widest - 1) }, whole.anchor);
    }
    onCells(whole.anchor, cells, whole);
  };

  const placeAt = (event: MouseEvent): Place | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    const line = cell?.closest<HTMLElement>('[data-row]');
    return cell && line ? { row: Number(line.dataset['row']), column: Number(cell.dataset['column']) } : null;
  };
  const onMouseDown = (event: MouseEvent) => {
    const aside = (event.target as HTMLElement).closest<HTMLElement>('.dl-body .dl-aside');
    // The keys stay with the sheet, and go to that row: a box in focus would become that of another one when the rows go by.
    if (aside && event.button === 0) {
      event.preventDefault();
      view.current?.focus({ preventScroll: true });
      goTo({ row: Number(aside.closest<HTMLElement>('[data-row]')?.dataset['row']), column: Math.max(0, fields.findIndex(isPinned)) });
    }
    const place = placeAt(event);
    if (place && event.button === 0 && !(event.target as HTMLElement).closest('input, textarea, select')) goTo(place, event.shiftKey);
  };
  const onMouseMove = (event: MouseEvent) => {
    const place = event.buttons === 1 && !editing ? placeAt(event) : null;
    if (place && (place.row !== focus.row || place.column !== focus.column)) goTo(place, true);
  };
  const onClick = (event: MouseEvent) => {
    const { choose, open } = (event.target as HTMLElement).dataset;
    if (open) onOpen(open);
    if (choose) onChoose([choose], !chosen.has(choose));
  };
  /** Of the pinned column: where it stands now. */
  const leftNow = (column: number) => Math.max(lefts[column] ?? 0, isPinned(fields[column] as Field) ? across + ASIDE : 0);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    look();
    if (editing) setAcross(currentTarget.scrollLeft);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    // Who only looks into another window comes back to the same cell.
    if (!currentTarget.contains(relatedTarget) && !currentTarget.contains(document.activeElement)) onWork(false);
  };
  /** Where it is written, also once somebody else has taken the row out: what is typed is not lost by that, and told when it is not taken. */
  const written = editing && { ...editing, at: placeNow(editing.spot, places), field: fields[editing.spot.column] as Field };
  const inSight = focus.row >= first && focus.row < last && columns.includes(focus.column);
  const head = useMemo(() => {
    const allChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
    return <GridHead fields={fields} lefts={lefts} width={width} allChosen={allChosen} onChooseAll={() => onChoose(rows.map(({ id }) => id), !allChosen)} filters={filters} onFilter={onFilter} />;
  }, [fields, lefts, width, rows, chosen, onChoose, filters, onFilter]);
  return (
    <div
      ref={view} className="dl-grid" role="grid" tabIndex={0} aria-label={t.grid} aria-describedby="dl-keys" aria-rowcount={rows.length + 2} aria-colcount={fields.length + 1} aria-multiselectable="true"
      aria-activedescendant={inSight && rows.length ? 'dl-active' : undefined} onScroll={onScroll} onKeyDown={onKeyDown} onCopy={onCopy} onPaste={onPaste}
      onFocus={() => onWork(true)} onBlur={onBlur} onMouseDown={onMouseDown} onMouseMove={onMouseMove} onClick={onClick} onDoubleClick={(event) => { const place = placeAt(event); if (place) edit(place); }}
    >
      {head}
      <div role="rowgroup" className="dl-body" style={{ height: rows.length * HEIGHT, width }}>
        {rows.slice(first, last).map((row, at) => {
          const index = first + at;
          // A line that scrolls out is written over with the one that comes in: new text, but nothing to build or style.
          const inArea = index >= area.top && index <= area.bottom;
          return <GridRow key={at} row={row} index={index} number={numberOf(row.id)} fields={fields} columns={columns} lefts={lefts} chosen={chosen.has(row.id)} from={inArea ? area.left : -1} to={inArea ? area.right : -2} active={index === focus.row ? focus.column : -1} editable={editable} />;
        })}
        {written ? (
          <CellEditor
            key={`${written.row.id} ${written.field.key}`} field={written.field} value={written.row.values[written.field.key] ?? ''} typed={written.text}
            style={{ top: written.at.row * HEIGHT, left: leftNow(written.at.column), width: widthOf(written.field) }} onDone={commit} onCancel={() => { setEditing(null); view.current?.focus(); }}
          />
        ) : null}
      </div>
    </div>
  );
}
