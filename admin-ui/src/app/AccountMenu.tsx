import { Link } from 'react-router';
import { LanguageSwitch, sessionWords, useOfficeName, useRoles, useSignOut, useUser } from '../features/session/index.js';
import { useFormat, useLanguage, useT } from '../shared/i18n/index.js';
import { rehearsal } from '../shared/place.js';
import { useDropdown } from '../shared/ui/useDropdown.js';
import { words } from './words.js';

const initials = (name: string): string => name.split(/\s+/).filter((part) => /^\p{L}/u.test(part)).slice(0, 2).map((part) => part[0]).join('').toUpperCase();

export function AccountMenu() {
  const t = useT(sessionWords);
  const app = useT(words);
  const user = useUser();
  const officeName = useOfficeName();
  const lang = useLanguage();
  const roles = useRoles().filter(({ key }) => user.roles.includes(key)).map(({ name }) => name[lang]);
  const standing = user.standsIn[0]?.title[lang] ?? user.title ?? (roles.join(', ') || user.username);
  const format = useFormat();
  const signOut = useSignOut();
  const { open, close, frame, button } = useDropdown<HTMLDivElement>();
  return (
    <div className="dropdown" {...frame}>
      <button type="button" className="btn border-0 bg-transparent shadow-none px-2 text-secondary" {...button}>
        <span className="visually-hidden">{t.account}: <span className="d-sm-none">{user.name}</span></span>
        <span className="avatar avatar-sm bg-primary-lt" aria-hidden>{initials(user.name)}</span>
        <span className="d-none d-sm-block ms-2 text-start small lh-sm"><span className="d-block text-body account-name">{user.name}</span><span className="d-block account-name">{standing}</span></span>
      </button>
      {open ? (
        <div className="dropdown-menu dropdown-menu-end show account-menu p-3">
          <p className="small text-secondary mb-2">{t.signedIn}<strong className="d-block text-body">{user.name}</strong>{user.username}{officeName ? <span className="d-block">{officeName}</span> : null}
            {user.standsIn.map(({ role, title, untilDay }) => <span key={role} className="d-block mt-1"><strong className="text-body">{title[lang]}</strong> {t.until(format.day(untilDay))}</span>)}
          </p>
          <div className="mb-3"><LanguageSwitch /></div>
          {rehearsal ? null : (
            <>
              <Link className="btn btn-sm w-100 mb-2" to="/profile" onClick={close}>{app.profile}</Link>
              <a className="btn btn-sm w-100 mb-2" href="/">{app.portal}</a>
              <button type="button" className="btn btn-sm w-100" onClick={() => signOut.mutate()}>{t.signOut}</button>
            </>
          )}
        </div>
      ) : null}
    </div>
  );
}
