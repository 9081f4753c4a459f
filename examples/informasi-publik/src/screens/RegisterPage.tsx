import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Async, Empty, Page, request, SelectField, TextField, useT } from 'tertib/screens';
import type { Entry, State } from '../register.schemas.js';
import { ObjectionDialog } from './ObjectionDialog.js';
import { RegisterTable } from './RegisterTable.js';
import { states, words } from './words.js';

const THIS_YEAR = new Date().getFullYear();
const YEARS = Array.from({ length: 6 }, (_, back) => THIS_YEAR - back);

export function RegisterPage() {
  const t = useT(words);
  const names = useT(states);
  const [year, setYear] = useState(THIS_YEAR);
  const [state, setState] = useState<State | ''>('');
  const [sought, setSought] = useState('');
  const [objecting, setObjecting] = useState<Entry | null>(null);
  const query = useQuery({ queryKey: ['live', 'informasi-publik', year], queryFn: () => request<Entry[]>('/informasi-publik/register', { query: { year } }) });
  const fits = (entry: Entry) =>
    (state === '' || entry.state === state) && [entry.number ?? '', entry.applicant, entry.subject].some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <Page title={t.title}>
      <div className="row g-2 mb-3">
        <div className="col-12 col-md-6"><TextField label={t.search} type="search" value={sought} onChange={(event) => setSought(event.target.value)} /></div>
        <div className="col-6 col-md-3">
          <SelectField label={t.state} value={state} onChange={(event) => setState(event.target.value as State | '')}>
            <option value="">{t.every}</option>
            {Object.entries(names).map(([key, name]) => <option key={key} value={key}>{name}</option>)}
          </SelectField>
        </div>
        <div className="col-6 col-md-3">
          <SelectField label={t.year} value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {YEARS.map((each) => <option key={each} value={each}>{each}</option>)}
          </SelectField>
        </div>
      </div>
      <div className="card">
        <Async query={query}>
          {(all) => {
            const entries = all.filter(fits);
            if (all.length === 0) return <Empty title={t.none}>{t.start}</Empty>;
            if (entries.length === 0) return <Empty title={t.noneFound}>{t.widen}</Empty>;
            return <RegisterTable entries={entries} onObject={setObjecting} />;
          }}
        </Async>
      </div>
      {objecting && <ObjectionDialog entry={objecting} onClose={() => setObjecting(null)} />}
    </Page>
  );
}
