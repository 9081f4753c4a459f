import { useEffect, type ReactNode } from 'react';
import { useT } from '../../shared/i18n/index.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { words } from './words.js';

/** The frame of the screens before the house: narrow, with the name above and the portal below. */
export function Front({ title, children }: { title: string; children: ReactNode }) {
  const t = useT(words);
  useEffect(() => {
    document.title = `${title} · Tertib`;
  }, [title]);
  return (
    <main className="page page-center">
      <div className="container container-tight py-4">
        <div className="d-flex align-items-center justify-content-between mb-4">
          <span className="navbar-brand navbar-brand-autodark"><img src="/admin/icon.svg" alt="" width="32" height="32" className="me-2" />Tertib</span>
          <LanguageSwitch />
        </div>
        {children}
        <p className="text-center mt-3 mb-0"><a href="/">{t.portal}</a></p>
      </div>
    </main>
  );
}
