import { useState } from 'react';
import { AreaField, SelectField, TextField, useLanguage, useT, useUser } from 'tertib/screens';
import type { Setting } from '../../data-list/setting-words.js';
import { useLists } from '../code-lists/calls.js';
import { ChoiceField } from './ChoiceField.js';
import { listWords } from './list-words.js';
import { newId } from './new-id.js';
import { PatternField } from './PatternField.js';
import { useSettings, type Chosen } from './useSettings.js';

export type Line = Readonly<Record<string, unknown>>;
const BLANK: Line = { kolom: '', judulKolom: '', tipe: 'integer', satuanKolom: '', min: '', maks: '', wajib: true, kunci: false, daftar: '', daftarKode: '', pola: '', perlindungan: 'tidak', kolomPenyumbang: '', kolomDuaTerbesar: '', dapatDijumlahkan: '' };
const said = (line: Line, key: string): string => (typeof line[key] === 'string' ? (line[key] as string) : '');

interface ColumnProps {
  one: Line;
  number: number;
  /** What was refused of it, by key. */
  notes: Readonly<Record<string, string>>;
  onChange: (line: Line) => void;
  onRemove: () => void;
}

/** One column that is asked for, folded away until it is wanted; a new one stands open. */
function TableColumn({ one, number, notes, onChange, onRemove }: ColumnProps) {
  const t = useT(listWords);
  const language = useLanguage();
  const { label } = useSettings();
  const { data: lists = [] } = useLists(useUser().can('satu-data.see-code-lists'));
  const [open, setOpen] = useState(said(one, 'kolom') === '');
  const set = (key: string, value: unknown) => onChange({ ...one, [key]: value, ...(key === 'perlindungan' && value !== 'besaran' ? { kolomPenyumbang: '', kolomDuaTerbesar: '' } : {}) });
  const line = (key: Setting, required = false) => <div className="col-md-4"><TextField label={label(key)} required={required} value={said(one, key)} error={notes[key]} onChange={(event) => set(key, event.target.value)} /></div>;
  const choice = (key: Chosen, value = said(one, key)) => <div className="col-md-4"><ChoiceField setting={key} value={value} onChange={(chosen) => set(key, chosen)} /></div>;
  const tick = (key: Setting) => <label className="form-check form-check-inline"><input type="checkbox" className="form-check-input" checked={one[key] === true} onChange={(event) => set(key, event.target.checked)} /><span className="form-check-label">{label(key)}</span></label>;
  const textual = one['tipe'] === 'string' || one['tipe'] === 'region';
  // What lacks is shown where it is: a browser cannot point into what is folded away.
  return (
    <details className="border rounded p-2 mb-2" open={open || Object.keys(notes).length > 0} onToggle={(event) => setOpen(event.currentTarget.open)} onInvalidCapture={() => setOpen(true)}>
      <summary>{t.group(number, said(one, 'judulKolom') || said(one, 'kolom'))}</summary>
      <div className="row mt-2">
        {line('kolom', true)}
        {line('judulKolom', true)}
        {choice('tipe')}
        {line('satuanKolom')}
        {textual ? null : line('min')}
        {textual ? null : line('maks')}
        {textual ? <PatternField value={said(one, 'pola')} onChange={(pola) => set('pola', pola)} /> : null}
        {one['tipe'] === 'integer' || one['tipe'] === 'number' ? choice('dapatDijumlahkan') : null}
        {textual && lists.length > 0 ? (
          <div className="col-md-4">
            <SelectField label={label('daftar')} value={said(one, 'daftar')} onChange={(event) => set('daftar', event.target.value)}>
              <option value="">{one['tipe'] === 'region' ? lists.find(({ scheme }) => scheme === 'kemendagri')?.title[language] : t.noList}</option>
              {lists.filter(({ scheme }) => one['tipe'] !== 'region' || scheme !== 'kemendagri').map(({ scheme, title }) => <option key={scheme} value={scheme}>{title[language]}</option>)}
            </SelectField>
          </div>
        ) : null}
        {textual ? <div className="col-12"><AreaField label={label('daftarKode')} hint={t.codesHint} rows={2} value={said(one, 'daftarKode')} error={notes['daftarKode']} onChange={(event) => set('daftarKode', event.target.value)} /></div> : null}
        {choice('perlindungan', said(one, 'perlindungan') || 'tidak')}
        {one['perlindungan'] === 'besaran' ? line('kolomPenyumbang') : null}
        {one['perlindungan'] === 'besaran' ? line('kolomDuaTerbesar') : null}
      </div>
      {tick('wajib')}{tick('kunci')}
      <button type="button" className="btn btn-sm" onClick={onRemove}>{t.removeColumn(said(one, 'kolom'))}</button>
    </details>
  );
}

/** The columns that are asked for. */
export function TableColumns({ columns, notesOn, onChange }: { columns: readonly Line[]; notesOn: (line: Line) => Readonly<Record<string, string>>; onChange: (columns: Line[]) => void }) {
  const t = useT(listWords);
  /** One for each column, so that what is open stays so when one above it goes. */
  const [ids, setIds] = useState(() => columns.map(newId));
  const remove = (index: number) => {
    setIds(ids.filter((_, at) => at !== index));
    onChange(columns.filter((_, at) => at !== index));
  };
  const add = () => {
    setIds([...ids, newId()]);
    onChange([...columns, BLANK]);
  };
  return (
    <div className="mb-3">
      {columns.map((one, index) => <TableColumn key={ids[index]} one={one} number={index + 1} notes={notesOn(one)} onChange={(line) => onChange(columns.map((other, at) => (at === index ? line : other)))} onRemove={() => remove(index)} />)}
      <button type="button" className="btn" onClick={add}>{t.addColumn}</button>
    </div>
  );
}
