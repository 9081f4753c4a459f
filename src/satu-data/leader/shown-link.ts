import type { TaskLinkView } from 'tertib';
import type { Link } from './leader.schemas.js';

/** A link as its sender sees it: nobody can approve with it after the deadline, so that ends it too. By the deadline as it is now, since one that is put off gives the link its own end back. */
export function shownLink({ id, taskId, name, title, sentByName, state, createdAt, expiresAt }: TaskLinkView, deadline: Date, now: Date): Link {
  const end = deadline < expiresAt ? deadline : expiresAt;
  return { id, taskId, name, title, sentByName, state: state === 'open' && end <= now ? 'expired' : state, createdAt: createdAt.toISOString(), expiresAt: end.toISOString() };
}
