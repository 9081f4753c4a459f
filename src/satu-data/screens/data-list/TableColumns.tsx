import { AreaField, SelectField, TextField, useLanguage, useT, useUser } from 'tertib/screens';
import { useLists } from '../code-lists/calls.js';
import { listWords } from './list-words.js';
import { PatternField } from './PatternField.js';

export type Line = Readonly<Record<string, unknown>>;
const BLANK: Line = { kolom: '', judulKolom: '', tipe: 'integer', satuanKolom: '', min: '', maks: '', wajib: true, kunci: false, daftar: '', daftarKode: '', pola: '', perlindungan: 'tidak', kolomPenyumbang: '', kolomDuaTerbesar: '', dapatDijumlahkan: '' };
const TYPES = ['integer', 'number', 'string', 'date', 'region'] as const;
const PROTECTION = ['tidak', 'hitungan', 'besaran'] as const;
const ADDITIVITY = [['jumlah', 'addsUpSum'], ['arus', 'addsUpFlow'], ['rata-rata', 'addsUpAverage'], ['tidak', 'addsUpNone']] as const;
const said = (line: Line, key: string): string => (typeof line[key] === 'string' ? (line[key] as string) : '');

/** The columns that are asked for, each folded away until it is wanted. */
export function TableColumns({ columns, onChange }: { columns: readonly Line[]; onChange: (columns: Line[]) => void }) {
  const t = useT(listWords);
  const language = useLanguage();
  const { data: lists = [] } = useLists(useUser().can('satu-data.see-code-lists'));
  const set = (index: number, key: string, value: unknown) =>
    onChange(columns.map((one, at) => (at === index ? { ...one, [key]: value, ...(key === 'perlindungan' && value !== 'besaran' ? { kolomPenyumbang: '', kolomDuaTerbesar: '' } : {}) } : one)));
  return (
    <div className="mb-3">
      {columns.map((one, index) => {
        const line = (key: string, label: string, required = false) => <div className="col-md-4"><TextField label={label} required={required} value={said(one, key)} onChange={(event) => set(index, key, event.target.value)} /></div>;
        const tick = (key: string, label: string) => <label className="form-check form-check-inline"><input type="checkbox" className="form-check-input" checked={one[key] === true} onChange={(event) => set(index, key, event.target.checked)} /><span className="form-check-label">{label}</span></label>;
        const textual = one['tipe'] === 'string' || one['tipe'] === 'region';
        return (
          <details key={index} className="border rounded p-2 mb-2" open={said(one, 'kolom') === ''}>
            <summary>{t.group(index + 1, said(one, 'judulKolom') || said(one, 'kolom'))}</summary>
            <div className="row mt-2">
              {line('kolom', t.column, true)}
              {line('judulKolom', t.columnTitle, true)}
              <div className="col-md-4"><SelectField label={t.type} value={said(one, 'tipe')} onChange={(event) => set(index, 'tipe', event.target.value)}>{TYPES.map((name) => <option key={name} value={name}>{t[name]}</option>)}</SelectField></div>
              {line('satuanKolom', t.unit)}
              {textual ? null : line('min', t.min)}
              {textual ? null : line('maks', t.max)}
              {textual ? <PatternField value={said(one, 'pola')} onChange={(pola) => set(index, 'pola', pola)} /> : null}
              {one['tipe'] === 'integer' || one['tipe'] === 'number' ? (
                <div className="col-md-4">
                  <SelectField label={t.addsUp} value={said(one, 'dapatDijumlahkan')} onChange={(event) => set(index, 'dapatDijumlahkan', event.target.value)}>
                    <option value="">{t.addsUpByUnit}</option>
                    {ADDITIVITY.map(([value, name]) => <option key={value} value={value}>{t[name]}</option>)}
                  </SelectField>
                </div>
              ) : null}
              {textual && lists.length > 0 ? (
                <div className="col-md-4">
                  <SelectField label={t.list} value={said(one, 'daftar')} onChange={(event) => set(index, 'daftar', event.target.value)}>
                    <option value="">{one['tipe'] === 'region' ? lists.find(({ scheme }) => scheme === 'kemendagri')?.title[language] : t.noList}</option>
                    {lists.filter(({ scheme }) => one['tipe'] !== 'region' || scheme !== 'kemendagri').map(({ scheme, title }) => <option key={scheme} value={scheme}>{title[language]}</option>)}
                  </SelectField>
                </div>
              ) : null}
              {textual ? <div className="col-12"><AreaField label={t.codes} rows={2} value={said(one, 'daftarKode')} onChange={(event) => set(index, 'daftarKode', event.target.value)} /></div> : null}
              <div className="col-md-4"><SelectField label={t.protection} value={said(one, 'perlindungan') || 'tidak'} onChange={(event) => set(index, 'perlindungan', event.target.value)}>{PROTECTION.map((name) => <option key={name} value={name}>{t[name]}</option>)}</SelectField></div>
              {one['perlindungan'] === 'besaran' ? line('kolomPenyumbang', t.contributors) : null}
              {one['perlindungan'] === 'besaran' ? line('kolomDuaTerbesar', t.largestTwo) : null}
            </div>
            {tick('wajib', t.required)}{tick('kunci', t.key)}
            <button type="button" className="btn btn-sm" onClick={() => onChange(columns.filter((_, at) => at !== index))}>{t.removeColumn(said(one, 'kolom'))}</button>
          </details>
        );
      })}
      <button type="button" className="btn" onClick={() => onChange([...columns, BLANK])}>{t.addColumn}</button>
    </div>
  );
}
