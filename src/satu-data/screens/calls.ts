import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from 'tertib/screens';
import type { Board } from '../board/board.schemas.js';

export function useBoard(caseId: string) {
  return useQuery({ queryKey: ['live', 'board', caseId], queryFn: () => request<Board>(`/satu-data/board/${caseId}`) });
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
    onSuccess: () => client.invalidateQueries({ queryKey: ['live'] }),
  });
}
