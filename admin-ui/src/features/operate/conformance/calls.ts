import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request, type Conformance, type ConformingCases } from '../../../api/index.js';

export interface ConformanceFilter {
  procedure: string;
  days: string;
  process: string;
  reference: string;
}

export const useConformance = (filter: ConformanceFilter) => useQuery({
  queryKey: ['conformance', filter],
  enabled: filter.procedure !== '',
  placeholderData: (before: Conformance | undefined) => before,
  queryFn: () => request<Conformance>('/operate/conformance', { query: { ...filter } }),
});

export const useConformingCases = (filter: ConformanceFilter & { step: string; kind: string }) => useInfiniteQuery({
  queryKey: ['conformance', 'cases', filter],
  enabled: filter.step !== '',
  initialPageParam: '',
  queryFn: ({ pageParam }) => request<ConformingCases>('/operate/conformance/cases', { query: { ...filter, cursor: pageParam, limit: 20 } }),
  getNextPageParam: (page) => page.next ?? undefined,
});
