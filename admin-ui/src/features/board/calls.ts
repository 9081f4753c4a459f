import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/index.js';

export interface BoardDataset {
  id: string;
  code: string;
  title: string;
  state: string;
  reason: string | null;
}

export interface BoardProducer {
  officeId: string;
  name: string;
  request: { deadline: string; letterNumber: string | null } | null;
  datasets: BoardDataset[];
}

export interface Board {
  period: { title: string; deadline: string };
  producers: BoardProducer[];
  totals: { state: string; count: number }[];
}

export function useBoard(caseId: string) {
  return useQuery({ queryKey: ['board', caseId], queryFn: () => request<Board>(`/satu-data/board/${caseId}`) });
}

interface Extension {
  caseId: string;
  /** Left out: every producer whose request is open. */
  officeIds?: string[];
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
