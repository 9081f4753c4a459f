import type { QueryClient } from '@tanstack/react-query';
import { Problem, request } from 'tertib/screens';
import type { RowDetail, RowView } from '../../data-list/data-list.schemas.js';
import { EditQueue, type Failure } from './edit-queue.js';

/** Whose queues are sent. Signing in or out clears what has been asked, and this with it: nothing goes out in the next person's name. */
const SENDER = ['data-list-sender'];

export const listAddress = (caseId: string): string => `/satu-data/data-list/${caseId}`;
export const listKey = (caseId: string): readonly string[] => ['data-list', caseId];
export const rowsKey = (caseId: string): readonly string[] => [...listKey(caseId), 'rows'];

/** One row, with its table. */
export const rowQuery = (caseId: string, { id, version }: Pick<RowView, 'id' | 'version'>) => ({ queryKey: [...listKey(caseId), 'row', id, version], queryFn: () => request<RowDetail>(`${listAddress(caseId)}/rows/${id}`) });

function kindOf(problem: unknown): Failure {
  if (!(problem instanceof Problem)) return 'refused';
  if (problem.status === 401) return 'signed-out';
  return problem.status === 0 || problem.status >= 500 ? 'again' : 'refused';
}

/** By person and case: they stay when another page is opened, and are shown and sent on with the list. */
const queues = new Map<string, EditQueue>();

export function queueOf(client: QueryClient, userId: string, caseId: string): EditQueue {
  const key = `${userId} ${caseId}`;
  const reload = () => client.invalidateQueries({ queryKey: listKey(caseId) });
  const queue = queues.get(key) ?? new EditQueue({
    mayGo: () => client.getQueryData(SENDER) === userId,
    send: (edit, bases, ids) => {
      const changes = edit.changes.map((one) => ({ ...one, ...(bases.get(one.id) ?? { version: 1 }) }));
      return request<RowView[]>(`${listAddress(caseId)}/rows`, { method: 'PATCH', body: { changes, added: edit.added ?? [], ids } });
    },
    kindOf,
    rows: () => client.getQueryData<RowView[]>(rowsKey(caseId)) ?? [],
    // Some rows are not the list: before all are there, they are asked for again.
    put: (rows) => {
      if (client.getQueryData(rowsKey(caseId))) client.setQueryData(rowsKey(caseId), rows);
      else void reload();
    },
    reload,
  });
  queues.set(key, queue);
  return queue;
}

/** From now on this person's edits go out. */
export function sendFor(client: QueryClient, userId: string, queue: EditQueue): void {
  client.setQueryDefaults(SENDER, { gcTime: Infinity });
  client.setQueryData(SENDER, userId);
  void queue.send();
}

window.addEventListener('beforeunload', (event) => {
  if ([...queues.values()].some((queue) => queue.state().waiting > 0)) event.preventDefault();
});
window.addEventListener('online', () => {
  for (const queue of queues.values()) void queue.send();
});
