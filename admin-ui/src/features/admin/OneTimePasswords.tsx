import type { NewAccount } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { LeaveGuard } from '../../shared/ui/index.js';
import { words } from './words.js';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** New accounts with the passwords that nobody can look up again. */
export function OneTimePasswords({ accounts }: { accounts: NewAccount[] }) {
  const t = useT(words);
  if (!accounts.length) return null;
  const csv = accounts.map((one) => [one.name, one.username, one.oneTimePassword].map(cell).join(';')).join('\r\n');
  return (
    <div className="alert alert-success d-block m-3" role="status">
      <h3 className="alert-heading">{t.oneTime}</h3>
      <p className="mb-2 text-body">{t.oneTimeHint}</p>
      <div className="table-responsive">
        <table className="table table-sm text-body mb-0">
          <thead><tr><th scope="col">{t.fullName}</th><th scope="col">{t.username}</th><th scope="col">{t.oneTime}</th></tr></thead>
          <tbody>{accounts.map((one) => <tr key={one.id}><td>{one.name}</td><td><code>{one.username}</code></td><td><code>{one.oneTimePassword}</code></td></tr>)}</tbody>
        </table>
      </div>
      <a className="btn btn-sm mt-2" download="kata-sandi.csv" href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(csv)}`}>{t.oneTimeDownload}</a>
      <LeaveGuard when title={t.oneTime} lead={t.oneTimeLeave} />
    </div>
  );
}
