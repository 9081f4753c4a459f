/** Loaded into the app before its own code: ends the app when the launcher is gone, even by kill -9, and lets the engine go first. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

const DRAIN_LIMIT = 20_000;

if (isMainThread && process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), DRAIN_LIMIT).unref();
    if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM');
    else process.exit(1);
  });
  // Listening must not keep the app alive when it has nothing else to do.
  process.channel.unref();
  await sleep(Number(process.env.TERTIB_HEAD_START ?? 0));
}
