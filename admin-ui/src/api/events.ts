import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { API } from '../shared/place.js';

/** What the server tells, and which answers of ours are old from then on; `live` are those of plugins. */
const STALE: Record<string, string[]> = {
  'task.changed': ['tasks', 'task', 'live'],
  'case.changed': ['cases', 'case', 'operate', 'live'],
  'case.migrated': ['diagrams'],
  'incident.changed': ['incidents', 'case', 'cases', 'operate'],
  'progress.changed': ['progress'],
  'migration.changed': ['migrations'],
  'mail.queued': ['mail'],
  'message.queued': ['messages'],
  'engine.away': ['health'],
  'engine.back': ['health', 'tasks', 'cases', 'case'],
};
const GATHER_MS = 250;

/** Keeps the screens current: one event stream for the whole page, reconnected by the browser. */
export function useLiveEvents(active: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!active) return undefined;
    const stale = new Set<string>();
    let timer: number | undefined;
    const flush = () => {
      timer = undefined;
      for (const key of stale) void client.invalidateQueries({ queryKey: [key] });
      stale.clear();
    };
    const outdate = (keys: string[]) => {
      keys.forEach((key) => stale.add(key));
      timer ??= window.setTimeout(flush, GATHER_MS);
    };
    const stream = new EventSource(`${API}/events`);
    // What happened before the stream stood, or while it was broken, was told to nobody.
    stream.addEventListener('open', () => outdate(Object.values(STALE).flat()));
    for (const [name, keys] of Object.entries(STALE)) stream.addEventListener(name, () => outdate(keys));
    return () => {
      window.clearTimeout(timer);
      stream.close();
    };
  }, [active, client]);
}
