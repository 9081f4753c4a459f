import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type Moved, type MovePreview, type Place } from '../../api/index.js';

export interface Move {
  activity: string;
  to: string;
}

export const usePlaces = (id: string) => useQuery({ queryKey: ['case', id, 'moves'], queryFn: () => request<Place[]>(`/cases/${id}/moves`) });

/** With the case's other answers: what comes of a move changes with the case. */
export const useConsequences = (id: string, { activity, to }: Move) => useQuery({
  queryKey: ['case', id, 'move-preview', activity, to],
  enabled: activity !== '' && to !== '',
  gcTime: 0,
  retry: false,
  queryFn: () => request<MovePreview>(`/cases/${id}/move-preview`, { query: { activity, to } }),
});

export function useMove(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Move & { reason: string; seen: string }) => request<Moved>(`/cases/${id}/moves`, { method: 'POST', body }),
    onSettled: () => Promise.all(['case', 'cases', 'tasks', 'operate'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
