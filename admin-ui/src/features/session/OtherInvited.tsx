import { useT } from '../../shared/i18n/index.js';
import { Front } from './Front.js';
import { arrival } from './arrival.js';
import { useSignOut } from './session.js';
import { words } from './words.js';

/** A link was opened in a browser where somebody is signed in: whose it is decides the person, not the browser. */
export function OtherInvited({ signedIn, onStay }: { signedIn: string; onStay: () => void }) {
  const t = useT(words);
  const signOut = useSignOut();
  const { username } = arrival.get();
  return (
    <Front title={t.otherTitle}>
      <div className="card">
        <div className="card-body">
          <h1 className="h2 mb-1">{t.otherTitle}</h1>
          <p>{t.otherLead(signedIn, username)}</p>
          <button type="button" className="btn btn-primary w-100" disabled={signOut.isPending} onClick={() => signOut.mutate()}>{t.otherLeave}</button>
          <button type="button" className="btn btn-link w-100 mt-2" onClick={() => { arrival.over(); onStay(); }}>{t.otherStay(signedIn)}</button>
        </div>
      </div>
    </Front>
  );
}
