import type { NewAccount } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

/** New accounts with the passwords that nobody can look up again. */
export function OneTimePasswords({ accounts }: { accounts: NewAccount[] }) {
  const t = useT(words);
  if (!accounts.length) return null;
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
    </div>
  );
}
