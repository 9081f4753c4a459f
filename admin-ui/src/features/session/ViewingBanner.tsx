import { useEffect } from 'react';
import { request } from '../../api/index.js';
import { useFormat, useT } from '../../shared/i18n/index.js';
import { useSession } from './session.js';
import { words } from './words.js';

/** Everything is fetched anew: nothing of the other person stays on the screen. */
const leave = (): Promise<void> => request('/session/view', { method: 'DELETE' }).catch(() => undefined).then(() => window.location.assign('/admin/settings/people'));

/** Always there while one sees as somebody else; the server keeps the time and refuses what would change something. */
export function ViewingBanner() {
  const t = useT(words);
  const format = useFormat();
  const session = useSession().data;
  const until = session?.seenBy?.until;
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setTimeout(() => void leave(), Math.max(0, new Date(until).getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  if (!session?.seenBy) return null;
  return (
    <div className="viewing-banner border-bottom" role="status">
      <div className="container-xl d-flex flex-wrap align-items-center gap-2 py-2">
        <span className="me-auto"><strong>{t.seeingAs(session.user.name)}</strong> {t.seeingLead(format.dateTime(session.seenBy.until))}</span>
        <button type="button" className="btn btn-sm" onClick={() => void leave()}>{t.endSeeing}</button>
      </div>
    </div>
  );
}
