import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type MigrationOrder, type MigrationPreview, type OrderedCasePage, type RunningCasePage, type RunningVersion } from '../../api/index.js';

/** Where tokens of a step go that has no namesake. */
export interface Instruction {
  processKey: string;
  from: string;
  to: string;
}

export interface Wanted {
  to: string;
  /** Null: all of the version. */
  caseIds: string[] | null;
  instructions: Instruction[];
}

const PAGE = 100;
/** Progress is told by the event stream; asked for now and then in case an event got lost. */
const REFRESH_MS = 5_000;

export const useRunningVersions = () => useQuery({ queryKey: ['migrations', 'versions'], queryFn: () => request<RunningVersion[]>('/procedures/running-cases') });
export const useOrders = () => useQuery({ queryKey: ['migrations', 'orders'], queryFn: () => request<MigrationOrder[]>('/procedures/migrations') });

export function useRunningCases(releaseId: string) {
  return useInfiniteQuery({
    queryKey: ['migrations', 'cases', releaseId],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<RunningCasePage>(`/releases/${releaseId}/running-cases`, { query: { cursor: pageParam, limit: PAGE } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Not kept: people work on, and with each draft what would be lost may be another. */
export const usePreview = (releaseId: string, wanted: Wanted) => useQuery({
  queryKey: ['migration-preview', releaseId, wanted],
  gcTime: 0,
  refetchOnWindowFocus: false,
  retry: false,
  placeholderData: (before: MigrationPreview | undefined) => before,
  queryFn: () => request<MigrationPreview>(`/releases/${releaseId}/migration-preview`, { method: 'POST', body: wanted }),
});

export function useOrder(releaseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted & { reason: string; consent: string | null }) => request<MigrationOrder>(`/releases/${releaseId}/migrations`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['migrations'] }),
  });
}

export const useMigration = (id: string) => useQuery({
  queryKey: ['migrations', 'order', id],
  queryFn: () => request<MigrationOrder>(`/procedures/migrations/${id}`),
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? REFRESH_MS : false),
});

/** Those that stayed, or those that lost something on the way. */
export function useOrderedCases(id: string, which: 'refused' | 'losing') {
  const filter = which === 'losing' ? { state: 'moved', losing: '1' } : { state: 'refused' };
  return useInfiniteQuery({
    queryKey: ['migrations', 'ordered', id, which],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<OrderedCasePage>(`/procedures/migrations/${id}/cases`, { query: { ...filter, cursor: pageParam, limit: PAGE } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useStop(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request(`/procedures/migrations/${id}/cancel`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['migrations'] }),
  });
}
