import { useQuery } from '@tanstack/react-query';
import { request, type KeptTests } from '../../../api/index.js';
import { useCall } from '../calls.js';

const KEY = ['rehearsal', 'kept'];
const RUNNING_MS = 1_000;

/** Asked again while they run. */
export const useKept = () => useQuery({
  queryKey: KEY,
  queryFn: () => request<KeptTests>('/rehearsals/kept', { real: true }),
  refetchInterval: ({ state }) => (state.data?.run ? RUNNING_MS : false),
});

export const useRun = () => useCall(() => request('/rehearsals/kept/run', { method: 'POST', real: true }));
export const useStop = () => useCall(() => request('/rehearsals/kept/run', { method: 'DELETE', real: true }));
export const useRemove = () => useCall((id: string) => request(`/rehearsals/kept/${id}`, { method: 'DELETE', real: true }));
export const useKeep = (rehearsal: string) => useCall((name: string) => request(`/rehearsals/${rehearsal}/keep`, { method: 'POST', body: { name }, real: true }));
