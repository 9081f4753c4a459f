import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/index.js';

interface Cell {
  datasetId: string;
  name: string;
  state: string;
}

export interface BoardProducer {
  officeId: string;
  name: string;
  batasWaktu: string | null;
  cells: Record<string, Cell>;
}

export interface Board {
  producers: BoardProducer[];
  datasets: { key: string; name: string }[];
}

export function useBoard(caseId: string) {
  return useQuery({ queryKey: ['board', caseId], queryFn: () => request<Board>(`/satu-data/board/${caseId}`) });
}

interface Extension {
  caseId: string;
  officeIds?: string[];
  all?: true;
  until: string;
  reason: string;
}

export function useExtend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Extension) => request('/satu-data/extend', { method: 'POST', body }),
    onSuccess: () => Promise.all(['board', 'case', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
