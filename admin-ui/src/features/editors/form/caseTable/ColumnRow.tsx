import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { TableSource } from '../../../../api/index.js';
import { useLanguage, useT } from '../../../../shared/i18n/index.js';
import type { ColumnFormat } from '../../../../shared/formio/fields/caseTable.js';
import { takenFrom, type EditedColumn } from './columns.js';
import { tableWords } from './words.js';

const FORMATS: ColumnFormat[] = ['text', 'number', 'money', 'date'];

interface Props {
  row: number;
  column: EditedColumn;
  source: TableSource | undefined;
  onChange: (column: EditedColumn) => void;
  onUp: (() => void) | undefined;
  onRemove: () => void;
}

/** One column: what it is called in both languages, where it comes from, how it is written, and whether people fill it in. */
export function ColumnRow({ row, column, source, onChange, onUp, onRemove }: Props) {
  const t = useT(tableWords);
  const lang = useLanguage();
  const { from = '', format = 'text' } = column;
  const known = from === '' || source?.columns.some(({ key }) => key === from);
  return (
    <li className="list-group-item p-2">
      <div className="row g-2 align-items-center">
        <div className="col-12 col-sm-6"><input className="form-control" aria-label={t.label(row)} placeholder={t.labelHint} value={column.label} onChange={({ target }) => onChange({ ...column, label: target.value })} /></div>
        <div className="col-12 col-sm-6"><input className="form-control" aria-label={t.english(row)} placeholder={t.englishHint} value={column.english ?? ''} onChange={({ target }) => onChange({ ...column, english: target.value })} /></div>
        <div className="col-12 col-sm-6">
          <select className="form-select" aria-label={t.from(row)} value={from} onChange={({ target }) => onChange(takenFrom(column, source, target.value))}>
            {source?.columns.map(({ key, label }) => <option key={key} value={key}>{label[lang]}</option>)}
            {known ? null : <option value={from}>{t.gone(from)}</option>}
            <option value="">{t.byPerson}</option>
          </select>
        </div>
        <div className="col-12 col-sm-6">
          <select className="form-select" aria-label={t.format(row)} value={format} onChange={({ target }) => onChange({ ...column, format: target.value as ColumnFormat })}>
            {FORMATS.map((one) => <option key={one} value={one}>{t[one]}</option>)}
          </select>
        </div>
        <div className="col d-flex flex-wrap gap-3">
          <label className="form-check mb-0"><input type="checkbox" className="form-check-input" checked={column.fill === true} disabled={from === ''} onChange={({ target }) => onChange({ ...column, fill: target.checked, required: target.checked && column.required === true })} /><span className="form-check-label">{t.fill}</span></label>
          {column.fill ? <label className="form-check mb-0"><input type="checkbox" className="form-check-input" checked={column.required === true} onChange={({ target }) => onChange({ ...column, required: target.checked })} /><span className="form-check-label">{t.required}</span></label> : null}
        </div>
        <div className="col-auto d-flex gap-1">
          <button type="button" className="btn btn-sm btn-icon" aria-label={t.up(row)} disabled={!onUp} onClick={onUp}><IconArrowUp size={16} aria-hidden /></button>
          <button type="button" className="btn btn-sm btn-icon" aria-label={t.remove(row)} onClick={onRemove}><IconTrash size={16} aria-hidden /></button>
        </div>
      </div>
    </li>
  );
}
