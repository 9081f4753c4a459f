import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type Board } from '../../api/index.js';

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
