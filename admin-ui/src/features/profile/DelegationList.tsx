import type { Delegation } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { useRoles } from '../session/index.js';
import { words } from './words.js';

const BADGE: Record<Delegation['state'], string> = { now: 'bg-green-lt', later: 'bg-blue-lt', over: 'bg-secondary-lt' };

interface Props {
  title: string;
  none: string;
  rows: readonly Delegation[];
  /** The other one of the two. */
  nameOf: (row: Delegation) => string;
  end?: (id: string) => void;
}

export function DelegationList({ title, none, rows, nameOf, end }: Props) {
  const t = useT(words);
  const lang = useLanguage();
  const format = useFormat();
  const names = new Map(useRoles().map(({ key, name }) => [key, name[lang]]));
  return (
    <section className="card mb-3" aria-label={title}>
      <div className="card-header"><h2 className="card-title">{title}</h2></div>
      {rows.length === 0 ? <p className="card-body text-secondary mb-0">{none}</p> : (
        <table className="table table-vcenter card-table cards-table">
          <thead><tr><th scope="col">{t.person}</th><th scope="col">{t.roles}</th><th scope="col">{t.days}</th>{end ? <th className="w-1" /> : null}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td><strong>{nameOf(row)}</strong> <span className={`badge tertib-badge ${BADGE[row.state]}`}>{t[row.state]}</span></td>
                <td>{names.get(row.role) ?? row.role}<div className="text-secondary">{row.basis}</div></td>
                <td className="text-secondary">{t.between(format.day(row.fromDay), format.day(row.untilDay))}</td>
                {end ? <td>{row.state === 'over' ? null : <button type="button" className="btn btn-sm" aria-label={`${t.end}: ${nameOf(row)}`} onClick={() => end(row.id)}>{t.end}</button>}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
