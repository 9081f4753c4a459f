import { useQuery } from '@tanstack/react-query';
import { request, type CheckAnswer, type Dataset } from '../../../../api/index.js';

export type Cell = string | number | boolean | null;
export type TableRow = Record<string, Cell>;

export interface TableColumn {
  key: string;
  label: string;
  required?: boolean;
}

/** What the form keeps: a file in our store, or the rows themselves. */
export interface TableValue {
  datasetId?: string;
  fileId?: string;
  rows?: TableRow[];
}

export const columnsOf = (dataset: Dataset | undefined): TableColumn[] | undefined =>
  dataset?.variables.map(({ name, title, required }) => ({ key: name, label: title, required }));

export function useDataset(datasetId: string | undefined) {
  return useQuery({
    queryKey: ['satu-data', 'dataset', datasetId],
    enabled: Boolean(datasetId),
    retry: false,
    queryFn: () => request<Dataset>(`/satu-data/datasets/${datasetId}`),
  });
}

/** Findings for what is in the field now; kept on screen while the next check runs. */
export function useCheck(value: TableValue, datasetId: string | undefined) {
  const { fileId, rows } = value;
  return useQuery({
    queryKey: ['satu-data', 'check', datasetId, fileId ?? rows],
    enabled: Boolean(datasetId && (fileId || rows?.length)),
    retry: false,
    placeholderData: (before: CheckAnswer | undefined) => before,
    queryFn: () => {
      const body = { datasetId, ...(fileId ? { fileId } : { rows }) };
      return request<CheckAnswer>('/satu-data/check', { method: 'POST', body });
    },
  });
}
