/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_KEY = 1_000;

/**
 * @param {{ first: () => void, again: () => void }} reactions to the first signal to stop, and to an impatient further one
 */
export function onInterrupt({ first, again }) {
  let since = 0;
  const react = () => {
    if (since === 0) {
      since = Date.now();
      first();
    } else if (Date.now() - since > SAME_KEY) again();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, react);
}
