import type { DemoAccount } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { words } from './words.js';

interface Props {
  accounts: DemoAccount[];
  onChoose: (account: DemoAccount) => void;
  busy: boolean;
}

/** Shown only where the server offers them: demo data, on the same machine. */
export function DemoAccounts({ accounts, onChoose, busy }: Props) {
  const t = useT(words);
  if (!accounts.length) return null;
  return (
    <section className="card mt-3" aria-labelledby="demo">
      <div className="card-body pb-2">
        <h2 className="card-title mb-1" id="demo">{t.demo}</h2>
        <p className="text-secondary small mb-0">{t.demoHint}</p>
      </div>
      <ul className="list-group list-group-flush overflow-auto demo-accounts">
        {accounts.map((account) => (
          <li key={account.username} className="list-group-item p-0">
            <button type="button" className="btn btn-ghost-secondary w-100 justify-content-between rounded-0" disabled={busy} onClick={() => onChoose(account)}>
              <span className="text-start text-body">
                <strong>{account.name}</strong>
                <span className="d-block small text-secondary">{account.office}</span>
              </span>
              <code className="small">{account.username}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
