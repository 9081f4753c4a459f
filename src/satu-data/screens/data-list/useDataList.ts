import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { request, useUser } from 'tertib/screens';
import type { ListView, RowPage, RowView } from '../../data-list/data-list.schemas.js';
import type { Edit } from './cells.js';
import { listAddress, listKey, queueOf, rowsKey, sendFor } from './queues.js';

/** All rows, page by page: a grid that filters and scrolls freely has them all. `removed`: those that were taken out. */
export async function allRows(caseId: string, removed = false): Promise<RowView[]> {
  const rows: RowView[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: RowPage = await request<RowPage>(`${listAddress(caseId)}/rows`, { query: { after, removed } });
    rows.push(...page.items);
    after = page.next;
  }
  return rows;
}

/** The list and its rows; what is changed shows at once, and how it stands with it is the same after another page was open. */
export function useDataList(caseId: string) {
  const client = useQueryClient();
  const { id: userId } = useUser();
  const queue = queueOf(client, userId, caseId);
  const standing = useSyncExternalStore(queue.subscribe, queue.state);
  const list = useQuery({ queryKey: listKey(caseId), queryFn: () => request<ListView>(listAddress(caseId)) });
  const rows = useQuery({ queryKey: rowsKey(caseId), queryFn: async () => queue.overlaid(await allRows(caseId)), enabled: list.isSuccess, staleTime: 60_000 });
  const reload = useCallback(() => client.invalidateQueries({ queryKey: listKey(caseId) }), [client, caseId]);
  const save = useCallback((edit: Edit) => queue.save(edit), [queue]);
  const send = useCallback(() => queue.send(), [queue]);
  useEffect(() => sendFor(client, userId, queue), [client, userId, queue]);
  return { list, rows, save, send, reload, ...standing };
}
