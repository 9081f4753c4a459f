import { useEffect } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useDropdown } from '../shared/ui/useDropdown.js';
import { useMenu, type Entry, type Group } from './navigation.js';

export function Menu() {
  return <ul className="navbar-nav">{useMenu().map((one) => ('to' in one ? <li key={one.to} className="nav-item"><PageLink entry={one} className="nav-link" /></li> : <MenuGroup key={one.title} group={one} />))}</ul>;
}

function PageLink({ entry: { to, title, icon: Glyph }, className }: { entry: Entry; className: string }) {
  return <NavLink to={to} className={({ isActive }) => `${className} ${isActive ? 'active' : ''}`}><Glyph size={18} className="me-2" aria-hidden />{title}</NavLink>;
}

/** A button that shows the pages behind it; going to another page closes it. */
function MenuGroup({ group: { title, icon: Glyph, entries } }: { group: Group }) {
  const { pathname } = useLocation();
  const { open, close, frame, button } = useDropdown<HTMLLIElement>();
  useEffect(close, [close, pathname]);
  const here = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <li className="nav-item dropdown" {...frame}>
      <button type="button" className={`nav-link dropdown-toggle w-100 ${here ? 'active' : ''}`} {...button}><Glyph size={18} className="me-2" aria-hidden />{title}</button>
      {open ? <ul className="dropdown-menu show list-unstyled" data-bs-popper="static">{entries.map((entry) => <li key={entry.to}><PageLink entry={entry} className="dropdown-item" /></li>)}</ul> : null}
    </li>
  );
}
