import { Link, useFormat, useT, useUser } from 'tertib/screens';
import type { Entry, State } from '../register.schemas.js';
import { states, words } from './words.js';

const COLOURS: Record<State, string> = { open: 'blue', extended: 'yellow', late: 'red', delivering: 'cyan', answered: 'green', objection: 'orange', closed: 'secondary' };

export function RegisterTable({ entries, onObject }: { readonly entries: readonly Entry[]; readonly onObject: (entry: Entry) => void }) {
  const t = useT(words);
  const names = useT(states);
  const format = useFormat();
  const mayTake = useUser().can('informasi-publik.terima-keberatan');
  return (
    <table className="table card-table cards-table" aria-label={t.title}>
      <thead><tr><th scope="col">{t.subject}</th><th scope="col">{t.applicant}</th><th scope="col">{t.received}</th><th scope="col">{t.state}</th><th scope="col">{t.due}</th></tr></thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.caseId}>
            <td><Link to={`/cases/${entry.caseId}`}>{entry.subject}</Link><div className="text-secondary small">{entry.number ?? '–'}</div></td>
            <td data-label={t.applicant}>{entry.applicant}</td>
            <td data-label={t.received}>{format.day(entry.receivedAt)}</td>
            <td data-label={t.state}><span className={`badge bg-${COLOURS[entry.state]}-lt`}>{names[entry.state]}</span></td>
            <td data-label={t.due}>
              {entry.dueAt ? <>{format.day(entry.dueAt)}<div className="text-secondary small">{entry.daysLeft === 0 ? t.today : t.left(entry.daysLeft ?? 0)}</div></> : '–'}
              {mayTake && entry.mayObject && <button type="button" className="btn btn-sm mt-1" onClick={() => onObject(entry)}>{t.object}</button>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
