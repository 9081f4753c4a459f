import { NavLink, Outlet } from 'react-router';
import { useT } from '../../shared/i18n/index.js';
import { Page } from '../../shared/ui/index.js';
import { words } from './words.js';

const SECTIONS = ['office', 'offices', 'people', 'substitutes', 'roles', 'holidays', 'mail', 'tokens', 'audit'] as const;

export function SettingsLayout() {
  const t = useT(words);
  return (
    <Page title={t.title}>
      <div className="row g-3">
        <nav className="col-12 col-lg-3" aria-label={t.sections}>
          <div className="nav nav-pills flex-lg-column settings-nav">
            {SECTIONS.map((section) => (
              <NavLink key={section} to={section} className={({ isActive }) => `nav-link ${isActive ? 'active' : ''}`}>{t[section]}</NavLink>
            ))}
          </div>
        </nav>
        <div className="col-12 col-lg-9"><Outlet /></div>
      </div>
    </Page>
  );
}
