import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SelectField, TextField, useT } from 'tertib/screens';
import { sameName } from '../../analysis/formula/other-column.js';
import type { Row } from './cells.js';
import { listWords } from './list-words.js';
import { rowQuery } from './queues.js';
import type { Line } from './TableColumns.js';

interface Props {
  caseId: string;
  /** The row whose formula it is. */
  rowId: string;
  rows: readonly Row[];
  /** Told the column as a formula writes it. */
  onPick: (written: string) => void;
}

const NONE: Line[] = [];
/** Asked for nothing. */
const NO_ROW = { id: '', version: 0 };

/** Offers the columns of numbers of another row, and writes the chosen one into a formula: by the name of its data set, or by its ID DDD where others are called the same. */
export function OtherColumnPicker({ caseId, rowId, rows, onPick }: Props) {
  const t = useT(listWords);
  const [number, setNumber] = useState('');
  const chosen = rows[Number(number) - 1];
  const other = chosen?.id === rowId ? undefined : chosen;
  const query = useQuery({ ...rowQuery(caseId, other ?? NO_ROW), enabled: other !== undefined });
  const columns = Array.isArray(query.data?.table['variabel']) ? (query.data.table['variabel'] as Line[]).filter(({ tipe, kunci }) => (tipe === 'integer' || tipe === 'number') && kunci !== true) : NONE;
  const name = other?.values['nama'] ?? '';
  const isClear = !/[\][]/.test(name) && rows.filter(({ values }) => sameName(values['nama'] ?? '') === sameName(name)).length === 1;
  const called = isClear ? name : (other?.values['idDdd'] ?? '');
  const wrong = number.trim() === '' || other ? undefined : chosen ? t.otherItself : t.otherNowhere(rows.length);
  const hint = other && called === '' ? t.otherUnclear : query.data && columns.length === 0 ? t.otherNoNumbers : undefined;
  return (
    <div className="row">
      <div className="col-md-4"><TextField label={t.otherRow} hint={t.otherRowHint} error={wrong} type="number" min={1} max={rows.length} value={number} onChange={(event) => setNumber(event.target.value)} /></div>
      <div className="col-md-8">
        <SelectField label={t.otherColumn(name)} hint={hint} value="" disabled={columns.length === 0 || called === ''} onChange={(event) => onPick(`[${called}].${event.target.value}`)}>
          <option value="">{t.chooseColumn}</option>
          {columns.map((one) => <option key={String(one['kolom'])} value={String(one['kolom'])}>{String(one['judulKolom'] || one['kolom'])}</option>)}
        </SelectField>
      </div>
    </div>
  );
}
