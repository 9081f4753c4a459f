/** A user name with the one-time password that opens it. */
interface Arrival {
  readonly username: string;
  readonly code: string;
}

const NOTHING: Arrival = { username: '', code: '' };

/** What an invitation's link has behind its `#`: read once, and out of the address before anybody copies or reloads it. */
function fromLink(): Arrival {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const [username, code] = [given.get('username'), given.get('code')];
  if (!username || !code) return NOTHING;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return { username, code };
}

let current = fromLink();

/** Kept while the page lives, so that nobody types a long code twice. */
export const arrival = {
  get: (): Arrival => current,
  keep: (next: Arrival): void => void (current = next),
  over: (): void => void (current = NOTHING),
};
