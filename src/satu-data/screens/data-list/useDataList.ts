import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { request } from 'tertib/screens';
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

/** The list and its rows; what is changed shows at once and is sent one after the other. */
export function useDataList(caseId: string) {
  const client = useQueryClient();
  const listKey = ['data-list', caseId];
  const rowsKey = ['data-list', caseId, 'rows'];
  const list = useQuery({ queryKey: listKey, queryFn: () => request<ListView>(address(caseId)) });
  const rows = useQuery({ queryKey: rowsKey, queryFn: () => allRows(caseId), enabled: list.isSuccess, staleTime: 60_000 });
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<{ last: Promise<unknown>; open: Edit[] }>({ last: Promise.resolve(), open: [] });

  const now = useCallback(() => client.getQueryData<RowView[]>(['data-list', caseId, 'rows']) ?? [], [client, caseId]);
  const put = useCallback((next: RowView[]) => client.setQueryData(['data-list', caseId, 'rows'], next), [client, caseId]);
  const reload = useCallback(() => client.invalidateQueries({ queryKey: ['data-list', caseId] }), [client, caseId]);

  const save = useCallback((edit: Edit): Promise<RowView[] | null> => {
    const work = queue.current;
    work.open.push(edit);
    setWaiting(work.open.length);
    put(ahead(now(), edit));
    const versions = () => new Map(now().map(({ id, version }) => [id, version]));
    const removedBefore = new Map(edit.changes.filter(({ removed }) => removed !== undefined).map(({ id }) => [id, versions().get(id)]));
    const sent = work.last.then(async () => {
      const seen = versions();
      const changes = edit.changes.map((one) => ({ ...one, version: seen.get(one.id) ?? removedBefore.get(one.id) ?? lastVersion.get(one.id) ?? 1 }));
      try {
        const answered = await request<RowView[]>(`${address(caseId)}/rows`, { method: 'PATCH', body: { changes, added: edit.added ?? [] } });
        for (const { id, version } of answered) lastVersion.set(id, version);
        work.open.splice(work.open.indexOf(edit), 1);
        put(work.open.reduce((shown, open) => ahead(shown, open), merged(now(), answered)));
        setError(null);
        return answered;
      } catch (problem) {
        work.open.splice(work.open.indexOf(edit), 1);
        setError(problem);
        await reload();
        return null;
      } finally {
        setWaiting(work.open.length);
      }
    });
    work.last = sent;
    return sent;
  }, [caseId, now, put, reload]);

  return { list, rows, save, error, setError, waiting, reload };
}

/** Of rows that were taken out: they are not in the list any more, and may be put back. */
const lastVersion = new Map<string, number>();
