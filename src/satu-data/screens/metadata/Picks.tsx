import { useState } from 'react';
import { Async, Dialog, TextField, useT, type FormControl } from 'tertib/screens';
import type { MetadataRow } from '../../metadata/metadata.schemas.js';
import { useRecords, type Kind } from './calls.js';
import type { Values } from './merge.js';
import { metadataWords } from './words.js';

/** Where a recorded one is put in: its code and its name, into fields or as a further row of a list. */
interface Pick {
  readonly of: Kind;
  readonly list?: string;
  readonly code: string;
  readonly name: string;
  /** Only while the form says this. */
  readonly when?: readonly [field: string, is: string];
}
const PICKS: Readonly<Record<Kind, readonly Pick[]>> = {
  activity: [{ of: 'variable', list: 'variabel', code: 'kodeVariabel', name: 'namaVariabel' }],
  variable: [{ of: 'activity', code: 'kodeKegiatan', name: 'kegiatan' }],
  indicator: [
    { of: 'indicator', list: 'indikatorPembangun', code: 'kodeIndikator', name: 'namaIndikator', when: ['komposit', 'ya'] },
    { of: 'variable', list: 'variabelPembangun', code: 'kodeVariabel', name: 'namaVariabel', when: ['komposit', 'tidak'] },
  ],
};

function put({ list, code, name }: Pick, row: MetadataRow, values: Values): Values {
  const entry = { [code]: row.code, [name]: row.name ?? '' };
  if (!list) return entry;
  const rows = (Array.isArray(values[list]) ? (values[list] as Values[]) : []).filter((one) => Object.values(one).some(Boolean));
  return { [list]: rows.some((one) => one[code] === row.code) ? rows : [...rows, entry] };
}

/** Entered once: what is recorded already is chosen, not typed again. */
export function Picks({ kind, typed, form, except, onTaken }: { kind: Kind; typed: Values; form: FormControl | null; except: string; onTaken: (name: string) => void }) {
  const t = useT(metadataWords);
  const [picking, setPicking] = useState<Pick | null>(null);
  const offered = PICKS[kind].filter(({ when }) => !when || typed[when[0]] === when[1]);
  if (!form) return null;
  const take = (pick: Pick, row: MetadataRow) => {
    form.fill(put(pick, row, form.values()));
    setPicking(null);
    onTaken(row.name ?? row.code);
  };
  return (
    <>
      {offered.map((pick) => <button key={pick.of} type="button" className="btn" onClick={() => setPicking(pick)}>{t[`pick${pick.of}`]}</button>)}
      {picking ? <PickDialog of={picking.of} except={except} onTake={(row) => take(picking, row)} onClose={() => setPicking(null)} /> : null}
    </>
  );
}

function PickDialog({ of, except, onTake, onClose }: { of: Kind; except: string; onTake: (row: MetadataRow) => void; onClose: () => void }) {
  const t = useT(metadataWords);
  const [q, setQ] = useState('');
  const query = useRecords({ kind: of, q });
  return (
    <Dialog title={t[`pick${of}`]} onClose={onClose} footer={<button type="button" className="btn" onClick={onClose}>{t.close}</button>}>
      <TextField label={t.search} type="search" maxLength={100} value={q} onChange={(event) => setQ(event.target.value)} />
      <Async query={query}>
        {({ items }) => {
          const others = items.filter(({ id }) => id !== except);
          if (others.length === 0) return <p className="mb-0">{t.pickNone}</p>;
          return (
            <div className="list-group">
              {others.map((row) => (
                <button key={row.id} type="button" className="list-group-item list-group-item-action" onClick={() => onTake(row)}>
                  <span className="d-block fw-bold text-break">{row.name ?? t.noName}</span>
                  <span className="text-secondary">{row.code} · {row.officeName}</span>
                </button>
              ))}
            </div>
          );
        }}
      </Async>
    </Dialog>
  );
}
