import { useState } from 'react';
import { Dialog, useT } from 'tertib/screens';
import type { ListView } from '../../data-list/data-list.schemas.js';
import type { Edit, Field, Row } from './cells.js';
import { listWords } from './list-words.js';
import { RowFields } from './RowFields.js';
import { RowHistory } from './RowHistory.js';
import { RowMarks } from './RowMarks.js';
import { RowTable } from './RowTable.js';

export interface RowProps {
  list: ListView;
  row: Row;
  rows: readonly Row[];
  number: number;
  editable: (field: Field, row?: Row) => boolean;
  onSave: (edit: Edit, back: Edit | null) => Promise<void>;
  onReload: () => Promise<unknown>;
  onClose: () => void;
}

const TABS = { detail: RowFields, table: RowTable, marks: RowMarks, history: RowHistory } as const;
type Tab = keyof typeof TABS;
const NAMES = Object.keys(TABS) as Tab[];

/** All of one row: its fields, its table, what is to be corrected, and what it was. */
export function RowDialog(props: RowProps) {
  const t = useT(listWords);
  const { row, number, onClose } = props;
  const [tab, setTab] = useState<Tab>(row.marks.length ? 'marks' : 'detail');
  const Content = TABS[tab];
  return (
    <Dialog title={`${number}. ${row.values['nama'] || t.row}`} wide onClose={onClose}>
      <div className="nav nav-tabs mb-3" role="tablist">
        {NAMES.map((name) => <button key={name} type="button" role="tab" aria-selected={tab === name} className={`nav-link ${tab === name ? 'active' : ''}`} onClick={() => setTab(name)}>{t[name]}{name === 'marks' && row.marks.length ? ` (${row.marks.length})` : ''}</button>)}
      </div>
      <div role="tabpanel" aria-label={t[tab]}><Content {...props} /></div>
    </Dialog>
  );
}
