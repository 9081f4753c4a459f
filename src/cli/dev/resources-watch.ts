import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

const SETTLED_MS = 100;

/** Tells when diagrams, forms or letters change: what starts the application again takes them into a new version. */
export function watchResources(root: string, changed: () => void): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const watchers = ['bpmn', 'forms', 'letters'].map((name) => join(root, name)).filter((folder) => existsSync(folder)).map((folder) =>
    watch(folder, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLED_MS);
    }));
  return {
    stop() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
