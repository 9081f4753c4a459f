import type { NewAccount } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { LeaveGuard } from '../../shared/ui/index.js';
import { useOfficeName } from '../session/index.js';
import { InvitationSheet } from './InvitationSheet.js';
import { invitationWords } from './invitationWords.js';
import { words } from './words.js';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** New accounts: who was sent a link, and the passwords that nobody can look up again, with a sheet of paper for each. */
export function OneTimePasswords({ accounts }: { accounts: NewAccount[] }) {
  const t = useT(words);
  const i = useT(invitationWords);
  const format = useFormat();
  const office = useOfficeName();
  const shown = accounts.filter(({ oneTimePassword }) => oneTimePassword !== null);
  const csv = shown.map((one) => [one.name, one.username, one.oneTimePassword ?? ''].map(cell).join(';')).join('\r\n');
  return (
    <>
      {accounts.filter(({ mailedTo }) => mailedTo !== null).map((one) => <div key={one.id} className="alert alert-success m-3 text-body" role="status">{i.mailed(one.name, one.mailedTo ?? '')}</div>)}
      {shown.length > 0 && (
        <div className="alert alert-success d-block m-3" role="status">
          <h3 className="alert-heading text-body">{t.oneTime}</h3>
          <p className="mb-2 text-body">{t.oneTimeHint}</p>
          {shown.map((one) => one.notMailed && <p key={one.id} className="mb-2 text-body">{i[one.notMailed](one.name)}</p>)}
          <div className="table-responsive">
            <table className="table table-sm text-body mb-0 cards-table">
              <thead><tr><th scope="col">{t.fullName}</th><th scope="col">{t.username}</th><th scope="col">{t.oneTime}</th><th scope="col">{i.until}</th></tr></thead>
              <tbody>{shown.map((one) => <tr key={one.id}><td>{one.name}</td><td data-label={t.username}><code>{one.username}</code></td><td data-label={t.oneTime}><code className="text-nowrap">{one.oneTimePassword}</code></td><td data-label={i.until}>{format.dateTime(one.validUntil)}</td></tr>)}</tbody>
            </table>
          </div>
          <div className="btn-list mt-2">
            <button type="button" className="btn btn-sm" onClick={() => window.print()}>{i.print}</button>
            <a className="btn btn-sm" download="kata-sandi.csv" href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(csv)}`}>{t.oneTimeDownload}</a>
          </div>
          <LeaveGuard when title={t.oneTime} lead={t.oneTimeLeave} />
        </div>
      )}
      {shown.map((one) => <InvitationSheet key={one.id} account={one} office={office} />)}
    </>
  );
}
