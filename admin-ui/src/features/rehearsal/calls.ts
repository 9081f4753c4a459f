import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type RehearsalBoard, type RehearsalState } from '../../api/index.js';

const OPENING_MS = 1_000;
const BOARD_MS = 2_000;

/** Asked again while it is being set up. */
export const useCurrent = () => useQuery({
  queryKey: ['rehearsal'],
  queryFn: () => request<RehearsalState>('/rehearsals/current', { real: true }),
  refetchInterval: ({ state }) => (state.data?.rehearsal?.state === 'opening' ? OPENING_MS : false),
});

export const useBoard = (id: string) => useQuery({
  queryKey: ['rehearsal', id],
  queryFn: () => request<RehearsalBoard>(`/rehearsals/${id}/board`, { real: true }),
  refetchInterval: BOARD_MS,
});

export function useCall<V>(call: (value: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: call, onSettled: () => client.invalidateQueries({ queryKey: ['rehearsal'] }) });
}

export const useBegin = () => useCall(() => request('/rehearsals', { method: 'POST', real: true }));
export const useEnd = () => useCall((id: string) => request(`/rehearsals/${id}`, { method: 'DELETE', real: true }));
export const useFire = (id: string) => useCall((timer: string) => request(`/rehearsals/${id}/timers/${timer}/fire`, { method: 'POST', real: true }));
export const useByHand = (id: string) => useCall((byHand: boolean) => request(`/rehearsals/${id}/by-hand`, { method: 'PUT', body: { byHand }, real: true }));

/** How somebody says that an automatic step went. */
export type StepAnswer = { how: 'real' } | { how: 'done'; outputs: Record<string, unknown> } | { how: 'error'; code: string; message: string };
export const useAnswer = (id: string) => useCall(({ task, answer }: { task: string; answer: StepAnswer }) => request(`/rehearsals/${id}/automatic/${task}`, { method: 'POST', body: answer, real: true }));
