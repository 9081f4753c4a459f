import { useLocation } from 'react-router';

/** What is handed on to the page after a form was sent, for {@link SentNotice} to show. */
export const withNotice = (notice: string) => ({ state: { notice } });

/** What the server said of the form that was sent last. */
export function SentNotice() {
  const { notice } = (useLocation().state ?? {}) as { notice?: string };
  return notice ? <div className="alert alert-warning text-body" role="alert">{notice}</div> : null;
}
