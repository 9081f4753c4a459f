import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type CheckAnswer, type Dataset } from '../../../../api/index.js';
import { useSettled } from '../useSettled.js';
import type { Answer } from './numbered.js';

export type Cell = string | number | boolean | null;
export type TableRow = Record<string, Cell>;

export interface TableColumn {
  key: string;
  label: string;
  required?: boolean;
  /** Whether its cells take codes of a list alone. */
  coded?: boolean;
  type?: Dataset['variables'][number]['type'];
  unit?: string | null;
  /** Whether it tells rows apart, as a year does. */
  isKey?: boolean;
}

/** What the form keeps: a file in our store, or the rows themselves. */
export interface TableValue {
  datasetId?: string;
  fileId?: string;
  rows?: TableRow[];
}

export const columnsOf = (dataset: Dataset | undefined): TableColumn[] | undefined =>
  dataset?.variables.map(({ name, title, required, coded, type, unit, key }) => ({ key: name, label: title, required, coded, type, unit, isKey: key }));

export function useDataset(datasetId: string | undefined) {
  return useQuery({
    queryKey: ['satu-data', 'dataset', datasetId],
    enabled: Boolean(datasetId),
    retry: false,
    queryFn: () => request<Dataset>(`/satu-data/datasets/${datasetId}`),
  });
}

/** Asked so often as long as the server is still at it. */
const POLL_MS = 1500;

/** So long after the last key the table is checked: each check carries all of its rows. */
const PAUSE_MS = 400;

/** Findings for what is in the field now; kept on screen while the next check runs, but not while there is none: they are of other values. A large table is checked in the background, and asked for until that is done. */
export function useCheck(value: TableValue, datasetId: string | undefined) {
  // A file is whole at once.
  const { fileId, rows } = useSettled(value, value.fileId ? 0 : PAUSE_MS, value.fileId ?? JSON.stringify(value.rows));
  const client = useQueryClient();
  const queryKey = ['satu-data', 'check', datasetId, fileId ?? rows];
  const query = useQuery<Answer>({
    queryKey,
    enabled: Boolean(datasetId && (fileId || rows?.length)),
    retry: false,
    placeholderData: (before: Answer | undefined) => before,
    refetchInterval: ({ state: { data } }) => (data?.background?.state === 'running' ? POLL_MS : false),
    // Given up with the values that it is of: the server need not go on with a check that nobody reads.
    queryFn: async ({ signal }): Promise<Answer> => {
      const body = { datasetId, ...(fileId ? { fileId } : { rows }) };
      return { ...(await request<CheckAnswer>('/satu-data/check', { method: 'POST', body, signal })), ofFile: Boolean(fileId) };
    },
  });
  const tell = async (path: string, more: object): Promise<void> => {
    const answer: Answer = { ...(await request<CheckAnswer>(path, { method: 'POST', body: { datasetId, fileId, ...more } })), ofFile: true };
    client.setQueryData(queryKey, answer);
  };
  const unanswered = query.isPlaceholderData && !query.isFetching;
  return { ...query, waits: query.fetchStatus === 'paused', isOld: unanswered, stop: () => tell('/satu-data/check/stop', {}), again: () => tell('/satu-data/check', { again: true }) };
}
