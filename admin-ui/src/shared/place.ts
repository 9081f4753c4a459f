/** Where this page stands: the office's own work, or a rehearsal in which somebody is played. */
const played = /^\/admin\/rehearsal\/([0-9a-f-]{36})\/([^/]+)(?=\/|$)/.exec(window.location.pathname);

/** The rehearsal that this page is a part of, and the user name of who is played. */
export const rehearsal = played ? { id: played[1] ?? '', username: decodeURIComponent(played[2] ?? '') } : null;

/** Beneath it lie the screens' addresses. */
export const ADMIN = played ? played[0] : '/admin';

/** Beneath it lies the server's interface, for links to files. */
export const API = rehearsal ? `/api/rehearsals/${rehearsal.id}/as/${encodeURIComponent(rehearsal.username)}/api` : '/api';

/** A screen of a rehearsal, as this person sees it. */
export const asPlayed = (id: string, username: string, screen: string): string => `/admin/rehearsal/${id}/${encodeURIComponent(username)}${screen}`;
