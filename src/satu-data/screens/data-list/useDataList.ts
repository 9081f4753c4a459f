import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { Problem, request, useUser } from 'tertib/screens';
import type { ListView, RowPage, RowView } from '../../data-list/data-list.schemas.js';
import type { Edit } from './cells.js';

const address = (caseId: string) => `/satu-data/data-list/${caseId}`;

/** All rows, page by page: a grid that filters and scrolls freely has them all. */
async function allRows(caseId: string): Promise<RowView[]> {
  const rows: RowView[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: RowPage = await request<RowPage>(`${address(caseId)}/rows`, { query: { after } });
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}

/** As the row will look once the server has said so. */
function ahead(rows: readonly RowView[], { changes }: Edit): RowView[] {
  const by = new Map(changes.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const change = by.get(row.id);
    if (!change) return [row];
    if (change.removed) return [];
    const texts = Object.fromEntries(Object.entries(change.values ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] in row.values));
    return [{ ...row, values: { ...row.values, ...texts } }];
  });
}

function merged(rows: readonly RowView[], answered: readonly RowView[]): RowView[] {
  const by = new Map(answered.map((row) => [row.id, row]));
  const known = rows.flatMap((row) => {
    const now = by.get(row.id);
    by.delete(row.id);
    return now ? (now.removed ? [] : [now]) : [row];
  });
  const fresh = [...by.values()].filter(({ removed }) => !removed);
  return fresh.length > 0 ? [...known, ...fresh].sort((a, b) => a.position - b.position) : known;
}

/** One edit on its way; `ids` are those of the rows it adds, so that sending it twice adds them once. */
interface Sent {
  readonly edit: Edit;
  readonly ids: readonly string[];
  readonly done: (answered: RowView[] | null) => void;
}
const overlaid = (rows: readonly RowView[], open: readonly Sent[]): RowView[] => open.reduce((shown, { edit }) => ahead(shown, edit), [...rows]);
/** Nobody said no: the server was not reached, or fell. */
const mayComeThrough = (problem: unknown): boolean => problem instanceof Problem && (problem.status === 0 || problem.status >= 500);
/** Whose it is has to sign in again first. */
const isSignedOut = (problem: unknown): boolean => problem instanceof Problem && problem.status === 401;

interface Queue {
  open: Sent[];
  running: boolean;
  /** Goes on with it, whatever page is open meanwhile. */
  send: () => void;
  timer: number | undefined;
}

/** What the server has not got yet, by person and case: it stays when another page is opened, and is shown and sent on again with the list. */
const queues = new Map<string, Queue>();
function queueOf(userId: string, caseId: string): Queue {
  const key = `${userId} ${caseId}`;
  const known = queues.get(key) ?? { open: [], running: false, send: () => undefined, timer: undefined };
  queues.set(key, known);
  return known;
}

/** Whose queues are sent. Signing in or out clears what has been asked, and this with it: nothing goes out in the next person's name. */
const SENDER = ['data-list-sender'];

window.addEventListener('beforeunload', (event) => {
  if ([...queues.values()].some(({ open }) => open.length > 0)) event.preventDefault();
});
window.addEventListener('online', () => {
  for (const { send } of queues.values()) send();
});

/** So long after a try that did not come through there is another one. */
const AGAIN_MS = 4_000;

/** The list and its rows; what is changed shows at once, is sent one after the other, and stays until the server has it or has refused it. */
export function useDataList(caseId: string) {
  const client = useQueryClient();
  const { id: userId } = useUser();
  const queue = queueOf(userId, caseId);
  const list = useQuery({ queryKey: ['data-list', caseId], queryFn: () => request<ListView>(address(caseId)) });
  const rows = useQuery({ queryKey: ['data-list', caseId, 'rows'], queryFn: async () => overlaid(await allRows(caseId), queue.open), enabled: list.isSuccess, staleTime: 60_000 });
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(queue.open.length);
  const now = useCallback(() => client.getQueryData<RowView[]>(['data-list', caseId, 'rows']) ?? [], [client, caseId]);
  const reload = useCallback(() => client.invalidateQueries({ queryKey: ['data-list', caseId] }), [client, caseId]);
  /** Some rows are not the list: before all are there, they are asked for again. */
  const put = useCallback((next: RowView[]) => {
    if (client.getQueryData(['data-list', caseId, 'rows'])) client.setQueryData(['data-list', caseId, 'rows'], next);
    else void reload();
  }, [client, caseId, reload]);

  const send = useCallback(async (): Promise<void> => {
    const work = queue;
    window.clearTimeout(work.timer);
    if (work.running || client.getQueryData(SENDER) !== userId) return;
    work.running = true;
    for (let next = work.open[0]; next; next = work.open[0]) {
      const { edit, ids } = next;
      const seen = new Map(now().map(({ id, version }) => [id, version]));
      const changes = edit.changes.map((one) => ({ ...one, version: seen.get(one.id) ?? lastVersion.get(one.id) ?? 1 }));
      try {
        const answered = await request<RowView[]>(`${address(caseId)}/rows`, { method: 'PATCH', body: { changes, added: edit.added ?? [], ids } });
        for (const { id, version } of answered) lastVersion.set(id, version);
        work.open.shift();
        put(overlaid(merged(now(), answered), work.open));
        setError(null);
        next.done(answered);
      } catch (problem) {
        setError(problem);
        if (isSignedOut(problem)) break;
        if (mayComeThrough(problem)) {
          work.timer = window.setTimeout(work.send, AGAIN_MS);
          break;
        }
        work.open.shift();
        next.done(null);
        await reload();
      }
      setWaiting(work.open.length);
    }
    work.running = false;
  }, [caseId, userId, client, queue, now, put, reload]);

  const save = useCallback((edit: Edit): Promise<RowView[] | null> => {
    const touched = new Set(edit.changes.map(({ id }) => id));
    for (const { id, version } of now()) if (touched.has(id)) lastVersion.set(id, version);
    return new Promise((done) => {
      queue.open.push({ edit, ids: (edit.added ?? []).map(newId), done });
      setWaiting(queue.open.length);
      put(ahead(now(), edit));
      void send();
    });
  }, [queue, now, put, send]);

  useEffect(() => {
    client.setQueryDefaults(SENDER, { gcTime: Infinity });
    client.setQueryData(SENDER, userId);
    queue.send = () => void send();
    queue.send();
  }, [client, userId, queue, send]);
  return { list, rows, save, send, error, waiting, reload };
}

/** A UUIDv7; the browser's own is there only over HTTPS. */
function newId(): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${(8 + (random[2] as number) % 4).toString(16)}${hex.slice(5, 8)}-${hex.slice(8, 20)}`;
}

/** Of rows that were changed: they may have been taken out of the list, or another page is open by the time they are sent. */
const lastVersion = new Map<string, number>();
