import { useRef, useState } from 'react';
import { Dialog, say, useT } from 'tertib/screens';
import type { ListView } from '../../data-list/data-list.schemas.js';
import type { Edit, Field, Row } from './cells.js';
import type { Refusal } from './edit-queue.js';
import { listWords } from './list-words.js';
import { RowFields } from './RowFields.js';
import { RowHistory } from './RowHistory.js';
import { RowMarks } from './RowMarks.js';
import { RowStanding } from './RowStanding.js';
import { RowTable } from './RowTable.js';
import { useAsking } from './useAsking.js';

interface Props {
  list: ListView;
  row: Row;
  rows: readonly Row[];
  number: number;
  editable: (field: Field, row?: Row) => boolean;
  /** Answers whether the server has taken it; not before it could be reached. */
  onSave: (edit: Edit, back: Edit | null) => Promise<boolean>;
  /** What the server refused last. */
  refusal: Refusal | null;
  /** A description of the table that was refused, to be corrected. */
  again: Refusal | null;
  /** The server was not reached the last time. */
  unreached: boolean;
  onReload: () => Promise<unknown>;
  onClose: () => void;
}
/** Something is typed and not saved; is on its way, and goes on without the dialog; or there is nothing. */
export type Typed = 'typed' | 'sending' | null;
export interface RowProps extends Omit<Props, 'onClose'> {
  /** Told how it stands with what is typed here. */
  onTyped: (typed: Typed) => void;
  onSaved: () => void;
}

const TABS = { detail: RowFields, table: RowTable, marks: RowMarks, history: RowHistory } as const;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** All of one row: its fields, its table, what is to be corrected, and what it was. A tab that was opened stays, with what is typed in it. */
export function RowDialog({ onClose, ...props }: Props) {
  const t = useT(listWords);
  const { row, number, again } = props;
  const [tab, setTab] = useState<Tab>(again ? 'table' : row.marks.length ? 'marks' : 'detail');
  const [opened, setOpened] = useState<readonly Tab[]>([tab]);
  const typed = useRef(new Map<Tab, Typed>(again ? [['table', 'typed']] : []));
  const { close, question } = useAsking(() => [...typed.current.values()].includes('typed'), onClose);
  const show = (name: Tab) => {
    setTab(name);
    setOpened((now) => (now.includes(name) ? now : [...now, name]));
  };
  const mark = (name: Tab, now: Typed) => void (now ? typed.current.set(name, now) : typed.current.delete(name));
  const saved = (name: Tab) => {
    mark(name, null);
    if (typed.current.size === 0) onClose();
    else say(t.saved);
  };
  return (
    <>
      {question}
      <Dialog title={`${number}. ${row.values['nama'] || t.row}`} wide onClose={close}>
        <RowStanding list={props.list} row={row} />
        <div className="nav nav-tabs mb-3" role="tablist">
          {NAMES.map((name) => <button key={name} type="button" role="tab" aria-selected={tab === name} className={`nav-link ${tab === name ? 'active' : ''}`} onClick={() => show(name)}>{t[name]}{name === 'marks' && row.marks.length ? ` (${row.marks.length})` : ''}</button>)}
        </div>
        {NAMES.filter((name) => opened.includes(name)).map((name) => {
          const Content = TABS[name];
          return <div key={name} role="tabpanel" hidden={tab !== name} {...(tab === name && { 'aria-label': t[name] })}><Content {...props} onTyped={(now) => mark(name, now)} onSaved={() => saved(name)} /></div>;
        })}
      </Dialog>
    </>
  );
}
