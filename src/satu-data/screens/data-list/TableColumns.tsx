import { useState } from 'react';
import { AreaField, SelectField, TextField, useLanguage, useT, useUser } from 'tertib/screens';
import { useLists } from '../code-lists/calls.js';
import { listWords } from './list-words.js';
import { newId } from './new-id.js';
import { PatternField } from './PatternField.js';

export type Line = Readonly<Record<string, unknown>>;
const BLANK: Line = { kolom: '', judulKolom: '', tipe: 'integer', satuanKolom: '', min: '', maks: '', wajib: true, kunci: false, daftar: '', daftarKode: '', pola: '', perlindungan: 'tidak', kolomPenyumbang: '', kolomDuaTerbesar: '', dapatDijumlahkan: '' };
const TYPES = ['integer', 'number', 'string', 'date', 'region'] as const;
const PROTECTION = ['tidak', 'hitungan', 'besaran'] as const;
const ADDITIVITY = [['jumlah', 'addsUpSum'], ['arus', 'addsUpFlow'], ['rata-rata', 'addsUpAverage'], ['tidak', 'addsUpNone']] as const;
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
  const { data: lists = [] } = useLists(useUser().can('satu-data.see-code-lists'));
  const [open, setOpen] = useState(said(one, 'kolom') === '');
  const set = (key: string, value: unknown) => onChange({ ...one, [key]: value, ...(key === 'perlindungan' && value !== 'besaran' ? { kolomPenyumbang: '', kolomDuaTerbesar: '' } : {}) });
  const line = (key: string, label: string, required = false) => <div className="col-md-4"><TextField label={label} required={required} value={said(one, key)} error={notes[key]} onChange={(event) => set(key, event.target.value)} /></div>;
  const tick = (key: string, label: string) => <label className="form-check form-check-inline"><input type="checkbox" className="form-check-input" checked={one[key] === true} onChange={(event) => set(key, event.target.checked)} /><span className="form-check-label">{label}</span></label>;
  const textual = one['tipe'] === 'string' || one['tipe'] === 'region';
  // What lacks is shown where it is: a browser cannot point into what is folded away.
  return (
    <details className="border rounded p-2 mb-2" open={open || Object.keys(notes).length > 0} onToggle={(event) => setOpen(event.currentTarget.open)} onInvalidCapture={() => setOpen(true)}>
      <summary>{t.group(number, said(one, 'judulKolom') || said(one, 'kolom'))}</summary>
      <div className="row mt-2">
        {line('kolom', t.column, true)}
        {line('judulKolom', t.columnTitle, true)}
        <div className="col-md-4"><SelectField label={t.type} value={said(one, 'tipe')} onChange={(event) => set('tipe', event.target.value)}>{TYPES.map((name) => <option key={name} value={name}>{t[name]}</option>)}</SelectField></div>
        {line('satuanKolom', t.unit)}
        {textual ? null : line('min', t.min)}
        {textual ? null : line('maks', t.max)}
        {textual ? <PatternField value={said(one, 'pola')} onChange={(pola) => set('pola', pola)} /> : null}
        {one['tipe'] === 'integer' || one['tipe'] === 'number' ? (
          <div className="col-md-4">
            <SelectField label={t.addsUp} value={said(one, 'dapatDijumlahkan')} onChange={(event) => set('dapatDijumlahkan', event.target.value)}>
              <option value="">{t.addsUpByUnit}</option>
              {ADDITIVITY.map(([value, name]) => <option key={value} value={value}>{t[name]}</option>)}
            </SelectField>
          </div>
        ) : null}
        {textual && lists.length > 0 ? (
          <div className="col-md-4">
            <SelectField label={t.list} value={said(one, 'daftar')} onChange={(event) => set('daftar', event.target.value)}>
              <option value="">{one['tipe'] === 'region' ? lists.find(({ scheme }) => scheme === 'kemendagri')?.title[language] : t.noList}</option>
              {lists.filter(({ scheme }) => one['tipe'] !== 'region' || scheme !== 'kemendagri').map(({ scheme, title }) => <option key={scheme} value={scheme}>{title[language]}</option>)}
            </SelectField>
          </div>
        ) : null}
        {textual ? <div className="col-12"><AreaField label={t.codes} rows={2} value={said(one, 'daftarKode')} error={notes['daftarKode']} onChange={(event) => set('daftarKode', event.target.value)} /></div> : null}
        <div className="col-md-4"><SelectField label={t.protection} value={said(one, 'perlindungan') || 'tidak'} onChange={(event) => set('perlindungan', event.target.value)}>{PROTECTION.map((name) => <option key={name} value={name}>{t[name]}</option>)}</SelectField></div>
        {one['perlindungan'] === 'besaran' ? line('kolomPenyumbang', t.contributors) : null}
        {one['perlindungan'] === 'besaran' ? line('kolomDuaTerbesar', t.largestTwo) : null}
      </div>
      {tick('wajib', t.required)}{tick('kunci', t.key)}
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
