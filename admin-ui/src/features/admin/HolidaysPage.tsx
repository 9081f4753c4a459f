import { useState, type FormEvent } from 'react';
import type { Holiday } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { Async, Empty, ProblemNote, SelectField, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useHolidays, useWrite } from './calls.js';
import { Section } from './Section.js';
import { words } from './words.js';

const EMPTY: Holiday = { date: '', name: '', kind: 'libur_nasional' };

export function HolidaysPage() {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const query = useHolidays();
  const write = useWrite('holidays');
  const [draft, setDraft] = useState(EMPTY);
  const add = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: '/holidays', method: 'POST', body: draft }, { onSuccess: () => setDraft(EMPTY) });
  };
  return (
    <Section title={t.holidays}>
      <form className="card-body border-bottom" onSubmit={add}>
        <ProblemNote error={write.error} />
        <div className="row g-2 align-items-end">
          <div className="col-12 col-md-3"><TextField label={t.date} type="date" required value={draft.date} onChange={(e) => setDraft({ ...draft, date: e.target.value })} /></div>
          <div className="col-12 col-md"><TextField label={t.name} required value={draft.name} onChange={(e) => setDraft({ ...draft, name: e.target.value })} /></div>
          <div className="col-12 col-md-3">
            <SelectField label={t.kind} value={draft.kind} onChange={(e) => setDraft({ ...draft, kind: e.target.value as Holiday['kind'] })}>
              <option value="libur_nasional">{t.libur_nasional}</option>
              <option value="cuti_bersama">{t.cuti_bersama}</option>
            </SelectField>
          </div>
          <div className="col-12 col-md-auto mb-3"><button type="submit" className="btn btn-primary w-100" disabled={write.isPending}>{t.addHoliday}</button></div>
        </div>
      </form>
      <Async query={query}>
        {(days) => (days.length ? (
          <table className="table table-vcenter card-table cards-table">
            <thead><tr><th scope="col">{t.date}</th><th scope="col">{t.name}</th><th scope="col">{t.kind}</th><th className="w-1" /></tr></thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date}>
                  <td><strong>{format.day(day.date)}</strong></td>
                  <td>{day.name}</td>
                  <td className="text-secondary">{t[day.kind]}</td>
                  <td><button type="button" className="btn btn-sm" aria-label={`${c.remove}: ${day.name}`} onClick={() => write.mutate({ path: `/holidays/${day.date}`, method: 'DELETE' })}>{c.remove}</button></td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : <Empty title={t.noHolidays}>{t.noHolidaysHint}</Empty>)}
      </Async>
    </Section>
  );
}
