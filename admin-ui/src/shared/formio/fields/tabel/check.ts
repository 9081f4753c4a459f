import { useQuery } from '@tanstack/react-query';
import { request, type Finding } from '../../../../api/index.js';

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

interface CheckAnswer {
  findings: Finding[];
  rows?: TableRow[];
  /** The number of each row in its source; 1, 2, 3 … where the rows were typed in. */
  rowNumbers?: number[];
}

interface Variable {
  name: string;
  title: string;
  required: boolean;
}

interface DatasetAnswer {
  id: string;
  name: string;
  variables?: Variable[];
}

export const columnsOf = (dataset: DatasetAnswer | undefined): TableColumn[] | undefined =>
  dataset?.variables?.map(({ name, title, required }) => ({ key: name, label: title, required }));

export function useDataset(datasetId: string | undefined) {
  return useQuery({
    queryKey: ['satu-data', 'dataset', datasetId],
    enabled: Boolean(datasetId),
    retry: false,
    queryFn: () => request<DatasetAnswer>(`/satu-data/datasets/${datasetId}`),
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
    queryFn: async () => {
      const body = { datasetId, ...(fileId ? { fileId } : { rows }) };
      const answer = await request<CheckAnswer | Finding[]>('/satu-data/check', { method: 'POST', body });
      return Array.isArray(answer) ? { findings: answer } : answer;
    },
  });
}
