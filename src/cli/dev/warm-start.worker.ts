import { open } from 'node:inspector';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What `tertib dev` says when the application shall start. */
interface Go {
  readonly entry: string;
  readonly inspect: number;
  /** Whether nothing of the application runs before a debugger is there. */
  readonly wait: boolean;
}

// Loading Tertib and Nest is most of a start, and none of it changes with the application's code: it is done before it is needed.
const [root = '.'] = process.argv.slice(2);
try {
  await import(pathToFileURL(createRequire(join(root, 'package.json')).resolve('tertib')).href);
} catch {
  // The application says better what it misses.
}

// Whoever ends this with its parent has let go of the channel: without holding it, waiting would be the end.
process.channel?.ref();
process.once('message', ({ entry, inspect, wait }: Go) => {
  // From now on the application keeps itself alive.
  process.channel?.unref();
  open(inspect, '127.0.0.1', wait);
  process.argv[1] = entry;
  void import(pathToFileURL(entry).href);
});
