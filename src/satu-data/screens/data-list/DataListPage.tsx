import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { Async, Empty, fileAddress, Icon, Link, Page, ProblemNote, useLanguage, useParams, useT } from 'tertib/screens';
import type { ListView } from '../../data-list/data-list.schemas.js';
import { Cards } from './Cards.js';
import { filtered, FILTER_NAMES, stateFilter, STATE_KEY, statesIn, type Edit, type Field, type Filter, type Place, type Range, type Row } from './cells.js';
import { ChangeManyDialog } from './ChangeManyDialog.js';
import { CompareDialog } from './CompareDialog.js';
import { DuplicatesDialog } from './DuplicatesDialog.js';
import type { Refusal } from './edit-queue.js';
import { Grid } from './Grid.js';
import { ImportDialog } from './ImportDialog.js';
import { ListActions, type Action } from './ListActions.js';
import { listWords } from './list-words.js';
import { writeCell, writeCells, type Refused, type Written } from './paste.js';
import { RemovedDialog } from './RemovedDialog.js';
import { RowDialog } from './RowDialog.js';
import { NotTaken } from './NotTaken.js';
import { useColumns } from './useColumns.js';
import { useDataList } from './useDataList.js';
import { useLikes } from './useLikes.js';
import { useNarrow } from './useNarrow.js';
import { useSeenRows } from './useSeenRows.js';

/** `behind`: what a row was opened from, and is gone back to. */
type Open = { readonly kind: Action } | { readonly kind: 'row'; readonly id: string; readonly again?: Refusal | null; readonly behind?: Action } | null;
const EMPTY: Row[] = [];
/** The task that led here, to go back to. */
const taskOf = () => new URLSearchParams(window.location.search).get('task');

function NotPasted({ refused, left, numberOf }: { refused: readonly Refused[]; left: number; numberOf: (id: string) => number }) {
  const t = useT(listWords);
  const language = useLanguage();
  if (!refused.length && !left) return null;
  return (
    <div className="alert alert-warning text-body" role="alert">
      <div>
        {left ? <p className="mb-0">{t.unplaced(left)}</p> : null}
        {refused.length ? t.notPasted(refused.length) : null}
        <ul className="mb-0">{refused.slice(0, 10).map(({ id, row, field, value }) => <li key={`${id ?? row} ${field.key}`}>{t.row} {id === null ? row + 1 : numberOf(id)}, {field.label[language]}: {t.notChoice(value.slice(0, 60))}</li>)}</ul>
      </div>
    </div>
  );
}

function Sheet({ list, data }: { list: ListView; data: ReturnType<typeof useDataList> }) {
  const t = useT(listWords);
  const language = useLanguage();
  const narrow = useNarrow();
  const { save, waiting } = data;
  const rows = data.rows.data ?? EMPTY;
  const { columns: fields, stateNames } = useColumns(list);
  const [filter, setFilter] = useState<Filter>('all');
  const [columns, setColumns] = useState<Readonly<Record<string, string>>>({});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [left, setLeft] = useState(0);
  const [open, setOpen] = useState<Open>(null);
  const backs = useRef<Edit[]>([]);
  const [undoable, setUndoable] = useState(0);
  const wanted = useDeferredValue(columns);
  const numbers = useMemo(() => new Map(rows.map(({ id }, index) => [id, index + 1])), [rows]);
  const { seen, onWork, holdAlso } = useSeenRows(rows, fields, { filter, columns: wanted }, chosen, language);
  // What a filter hides is not changed or taken out unseen.
  const picked = useMemo(() => seen.filter(({ id }) => chosen.has(id)), [seen, chosen]);
  const counts = useMemo(() => new Map(FILTER_NAMES.map((name) => [name, filtered(rows, fields, name, {}, language).length])), [rows, fields, language]);
  const states = useMemo(() => (list.state === 'sent' ? [...statesIn(rows)] : []), [list.state, rows]);
  // What was asked for stays as it is: there is nothing to be done about names any more.
  const mayMend = list.state !== 'sent';
  const likes = useLikes(list.caseId, rows, { isSaving: waiting > 0, isWanted: mayMend || open?.kind === 'duplicates' });
  const editable = useCallback((field: Field, row?: Row) => list.stages.includes(field.stage) && field.key !== 'tautanPortal' && field.key !== STATE_KEY && (field.stage !== 'published' || row?.published === true), [list.stages]);
  const numberOf = useCallback((id: string) => numbers.get(id) ?? 0, [numbers]);
  const listing = list.stages.includes('listing');

  const keep = useCallback((back: Edit) => setUndoable(backs.current.push(back)), []);
  const done = useCallback(async (edit: Edit, back: Edit | null): Promise<boolean> => {
    if (edit.changes.length === 0 && !edit.added?.length) return true;
    const answered = await save(edit);
    if (!answered) return false;
    const fresh = answered.slice(edit.changes.length).map(({ id }) => ({ id, removed: true }));
    if (back) keep({ changes: [...back.changes, ...fresh] });
    return true;
  }, [save, keep]);
  const put = useCallback((written: Written) => {
    setRefused(written.refused);
    setLeft(written.left);
    void done(written.edit, written.back);
  }, [done]);
  const write = useCallback((at: Place, cells: readonly (readonly string[])[], fill: Range) => put(writeCells(seen, fields, editable, at, cells, fill, listing && filter === 'all' && Object.values(columns).every((one) => !one))), [seen, fields, editable, listing, filter, columns, put]);
  const writeOne = useCallback((row: Row, column: number, text: string) => put(writeCell(row, fields, editable, column, text)), [fields, editable, put]);
  const undo = useCallback(() => {
    const back = backs.current.pop();
    setUndoable(backs.current.length);
    if (!back) return;
    holdAlso(back.changes.map(({ id }) => id));
    void save(back);
  }, [save, holdAlso]);
  const choose = useCallback((ids: readonly string[], on: boolean) => setChosen((now) => {
    const next = new Set(now);
    for (const id of ids) if (on) next.add(id); else next.delete(id);
    return next;
  }), []);
  const openRow = useCallback((id: string) => setOpen({ kind: 'row', id }), []);
  const onFilter = useCallback((key: string, text: string) => setColumns((now) => ({ ...now, [key]: text })), []);
  const add = async () => {
    const answered = await save({ changes: [], added: [{}] });
    const fresh = answered?.[0];
    if (!fresh) return;
    keep({ changes: [{ id: fresh.id, removed: true }] });
    setFilter('all');
    setColumns({});
    openRow(fresh.id);
  };
  const takeOut = (ids: readonly string[]) => {
    setChosen((now) => new Set([...now].filter((id) => !ids.includes(id))));
    void done({ changes: ids.map((id) => ({ id, removed: true })) }, { changes: ids.map((id) => ({ id, removed: false })) });
  };
  const none = rows.length ? <Empty title={t.none}>{t.noneHint}</Empty> : <Empty title={t.nothingYet}>{listing ? t.nothingYetHint : null}</Empty>;
  const close = () => setOpen(open?.kind === 'row' && open.behind ? { kind: open.behind } : null);
  // Beside what was refused nothing says that all is saved.
  const standing = waiting ? (data.error ? t.unsaved(waiting) : t.saving) : data.error || data.refusal ? '' : t.saved;
  const opened = open?.kind === 'row' ? rows.find(({ id }) => id === open.id) : undefined;
  const again = open?.kind === 'row' ? (open.again ?? null) : null;
  return (
    <>
      {list.state === 'open' ? (list.from ? <p className="text-secondary mb-2">{t.from(list.from)}</p> : null) : <div className="alert alert-info text-body">{list.state === 'sent' ? t.sent : t.handedIn}</div>}
      <ProblemNote error={data.error} onRetry={() => void data.send()} />
      <NotTaken refusal={data.refusal} fields={fields} numberOf={numberOf} onAgain={(id) => setOpen({ kind: 'row', id, again: data.refusal })} />
      <NotPasted refused={refused} left={left} numberOf={numberOf} />
      <div className="d-flex flex-wrap gap-2 align-items-center mb-2">
        <label className="d-flex align-items-center gap-2 mw-100">{t.filter}
          <select className="form-select w-auto" value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>{FILTER_NAMES.map((name) => <option key={name} value={name}>{t[name]} ({counts.get(name)})</option>)}{states.length ? <optgroup label={t.byState}>{states.map(([state, count]) => <option key={state} value={stateFilter(state)}>{stateNames(state)} ({count})</option>)}</optgroup> : null}</select>
        </label>
        <span className="text-secondary" role="status">{t.count(seen.length, rows.length)}{picked.length ? `, ${t.chosen(picked.length)}` : ''}{standing && ` · ${standing}`}</span>
        {mayMend && likes.data?.names ? <button type="button" className="btn btn-sm" onClick={() => setOpen({ kind: 'duplicates' })}><Icon name="alert" size={14} className="text-warning me-1" />{t.similar(likes.data.names, likes.data.more)}</button> : null}
        <ListActions
          listing={listing} anyChosen={picked.length > 0} canUndo={undoable > 0} exportAddress={fileAddress(`/satu-data/data-list/${list.caseId}/export.xlsx`)}
          onOpen={(kind) => setOpen({ kind })} onRemove={() => takeOut(picked.map(({ id }) => id))} onUndo={undo} onAdd={() => void add()}
        />
      </div>
      {narrow ? (
        seen.length ? <Cards rows={seen} fields={fields} numberOf={numberOf} isSent={list.state === 'sent'} chosen={chosen} onChoose={choose} onOpen={openRow} /> : <div className="card">{none}</div>
      ) : (
        <>
          <div className="position-relative">
            <Grid fields={fields} rows={seen} numberOf={numberOf} chosen={chosen} onChoose={choose} editable={editable} onCells={write} onCell={writeOne} onWork={onWork} onUndo={undo} onOpen={openRow} filters={columns} onFilter={onFilter} />
            {seen.length ? null : <div className="dl-none">{none}</div>}
          </div>
          <p id="dl-keys" className="text-secondary small mt-2 mb-0">{t.keys}</p>
        </>
      )}
      {opened ? <RowDialog list={list} row={opened} rows={rows} number={numberOf(opened.id)} editable={editable} onSave={done} refusal={data.refusal} again={again} unreached={Boolean(data.error)} onReload={data.reload} onClose={close} /> : null}
      {open?.kind === 'many' ? <ChangeManyDialog fields={fields.filter((field) => editable(field))} rows={picked} onSave={done} onClose={close} /> : null}
      {open?.kind === 'import' ? <ImportDialog caseId={list.caseId} onDone={data.reload} onClose={close} /> : null}
      {open?.kind === 'compare' ? <CompareDialog caseId={list.caseId} numberOf={numberOf} onOpen={(id) => setOpen({ kind: 'row', id, behind: 'compare' })} onClose={close} /> : null}
      {open?.kind === 'removed' ? <RemovedDialog caseId={list.caseId} fields={fields} onSave={done} refusal={data.refusal} unreached={Boolean(data.error)} onClose={close} /> : null}
      {open?.kind === 'duplicates' ? <DuplicatesDialog query={likes} numberOf={numberOf} onOpen={(id) => setOpen({ kind: 'row', id, behind: 'duplicates' })} onRemove={listing ? (id) => takeOut([id]) : null} onClose={close} /> : null}
    </>
  );
}

/** Step 4 on a page of its own: the list as a sheet, saved at every change. */
export function DataListPage() {
  const { caseId = '' } = useParams();
  const t = useT(listWords);
  const data = useDataList(caseId);
  const task = taskOf();
  return (
    <Page title={data.list.data ? `${t.title}: ${data.list.data.title}` : t.title} before={task ? <Link to={`/tasks/${task}`}>{t.toTask}</Link> : <Link to={`/cases/${caseId}`}>{t.toCase}</Link>}>
      <Async query={data.list}>{(list) => <Async query={data.rows}>{() => <Sheet list={list} data={data} />}</Async>}</Async>
    </Page>
  );
}
