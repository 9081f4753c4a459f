/** Loaded into the app before its own code: ends the app when the launcher is gone, even by kill -9. */
import { isMainThread } from 'node:worker_threads';

const DRAIN_LIMIT = 20_000;

if (isMainThread) {
  // Gone before this was loaded: nobody will tell a second time.
  if (!process.channel) process.exit(1);
  // Ends by itself where the app listens for SIGTERM; what does not, or not in time, ends here: nobody is left to do it.
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), DRAIN_LIMIT).unref();
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM');
    else process.exit(1);
  });
  // Listening must not keep the app alive when it has nothing else to do.
  process.channel.unref();
}
