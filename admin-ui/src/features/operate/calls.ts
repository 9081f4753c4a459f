import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request, type FoundCasePage, type Overview, type WatchedProcedure } from '../../api/index.js';

const REFRESH_MS = 60_000;

export const useProcedures = () => useQuery({ queryKey: ['operate', 'procedures'], queryFn: () => request<WatchedProcedure[]>('/operate/procedures') });

/** Told anew by the event stream; what waits grows older by itself. */
export const useOverview = (procedure: string, days: string) => useQuery({
  queryKey: ['operate', 'overview', procedure, days],
  enabled: procedure !== '',
  refetchInterval: REFRESH_MS,
  placeholderData: (before: Overview | undefined) => before,
  queryFn: () => request<Overview>('/operate/overview', { query: { procedure, days } }),
});

export interface CaseFilter {
  procedure: string;
  state: string;
  from: string;
  to: string;
  troubled: string;
  process: string;
  element: string;
  q: string;
  field: string;
}

export const useFoundCases = (filter: CaseFilter) => useInfiniteQuery({
  queryKey: ['operate', 'cases', filter],
  initialPageParam: '',
  queryFn: ({ pageParam }) => request<FoundCasePage>('/operate/cases', { query: { ...filter, cursor: pageParam, limit: 20 } }),
  getNextPageParam: (page) => page.next ?? undefined,
  placeholderData: (before) => before,
});
