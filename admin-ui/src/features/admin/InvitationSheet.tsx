import type { NewAccount } from '../../api/index.js';
import { formatIn } from '../../shared/i18n/index.js';
import { invitationWords } from './invitationWords.js';

/** A page of paper for one person, in his language; on the screen it is not seen. Without a set address, the one that the administrator himself uses. */
export function InvitationSheet({ account, office }: { account: NewAccount; office: string }) {
  const t = invitationWords[account.language];
  const site = account.site ?? `${window.location.origin}/admin/`;
  return (
    <article className="invitation-sheet d-none d-print-block" lang={account.language}>
      <p>{office}</p>
      <h1>{t.sheetTitle}</h1>
      <dl>
        <dt>{t.sheetFor}</dt><dd>{account.name}</dd>
        <dt>{t.address}</dt><dd>{site}</dd>
        <dt>{t.username}</dt><dd><code>{account.username}</code></dd>
        <dt>{t.code}</dt><dd><code>{account.oneTimePassword}</code></dd>
        <dt>{t.until}</dt><dd>{formatIn(account.language).dateTime(account.validUntil)}</dd>
      </dl>
      <ol><li>{t.step1(site)}</li><li>{t.step2}</li><li>{t.step3}</li></ol>
      <p>{t.warning}</p>
    </article>
  );
}
