import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useLiveEvents } from '../api/index.js';
import { useWarning, ViewingBanner } from '../features/session/index.js';
import { useT } from '../shared/i18n/index.js';
import { rehearsal } from '../shared/place.js';
import { Toasts } from '../shared/ui/index.js';
import { AccountMenu } from './AccountMenu.js';
import { Menu } from './Menu.js';
import { useArrival } from './useArrival.js';
import { words } from './words.js';

const RehearsalBar = lazy(() => import('../features/rehearsal/RehearsalBar.js'));

/** The house around every screen: name, menu, account. */
export function Layout() {
  const t = useT(words);
  const warning = useWarning();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const content = useRef<HTMLElement>(null);
  useLiveEvents(true);
  useArrival(content);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <div className="page">
      <a className="visually-hidden-focusable position-absolute p-2 bg-white" href="#content">{t.skip}</a>
      {rehearsal ? <Suspense><RehearsalBar {...rehearsal} /></Suspense> : null}
      <ViewingBanner />
      <header className="navbar navbar-expand-lg d-print-none">
        <div className="container-xl">
          <button type="button" className="navbar-toggler" aria-label={t.menu} aria-expanded={open} aria-controls="main-menu" onClick={() => setOpen(!open)}>
            <span className="navbar-toggler-icon" />
          </button>
          <NavLink to="/tasks" className="navbar-brand text-decoration-none"><img src="/admin/icon.svg" alt="" width="28" height="28" className="me-2" />Tertib</NavLink>
          <div className="order-lg-last"><AccountMenu /></div>
          <nav className={`collapse navbar-collapse ${open ? 'show' : ''}`} id="main-menu" aria-label={t.main}>
            <Menu />
          </nav>
        </div>
      </header>
      <main className="page-wrapper" id="content" tabIndex={-1} ref={content}>
        {warning ? <div className="container-xl mt-3"><div className="alert alert-warning text-body mb-0" role="status">{t.plainHttp}</div></div> : null}
        <Outlet />
      </main>
      <Toasts />
    </div>
  );
}
