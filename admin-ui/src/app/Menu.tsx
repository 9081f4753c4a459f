import { useEffect, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useMenu, type Entry, type Group } from './navigation.js';

export function Menu() {
  return <ul className="navbar-nav">{useMenu().map((one) => ('to' in one ? <li key={one.to} className="nav-item"><PageLink entry={one} className="nav-link" /></li> : <MenuGroup key={one.title} group={one} />))}</ul>;
}

function PageLink({ entry: { to, title, icon: Glyph }, className }: { entry: Entry; className: string }) {
  return <NavLink to={to} className={({ isActive }) => `${className} ${isActive ? 'active' : ''}`}><Glyph size={18} className="me-2" aria-hidden />{title}</NavLink>;
}

/** A button that shows the pages behind it: by a click, Enter or Space; Escape and leaving it close it. */
function MenuGroup({ group: { title, icon: Glyph, entries } }: { group: Group }) {
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [pathname]);
  const here = entries.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const escape = () => {
    if (open) button.current?.focus();
    setOpen(false);
  };
  return (
    <li className="nav-item dropdown" ref={frame} onKeyDown={(e) => e.key === 'Escape' && escape()} onBlur={(e) => !frame.current?.contains(e.relatedTarget) && setOpen(false)}>
      <button type="button" ref={button} className={`nav-link dropdown-toggle w-100 ${here ? 'active' : ''}`} aria-expanded={open} onClick={() => setOpen(!open)}><Glyph size={18} className="me-2" aria-hidden />{title}</button>
      {open ? <ul className="dropdown-menu show list-unstyled" data-bs-popper="static">{entries.map((entry) => <li key={entry.to}><PageLink entry={entry} className="dropdown-item" /></li>)}</ul> : null}
    </li>
  );
}
