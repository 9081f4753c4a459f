import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type CaseDetail, type CasePage, type Diagram, type Incident, type LetterPage, type RunningStep, type SubmissionPage, type TimelineEntry, type Token } from '../../api/index.js';

const REFRESH_MS = 15_000;

export function useCases(state: string, q: string) {
  return useInfiniteQuery({
    queryKey: ['cases', state, q],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<CasePage>('/cases', { query: { state, q, cursor: pageParam } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export const useCase = (id: string) => useQuery({ queryKey: ['case', id], queryFn: () => request<CaseDetail>(`/cases/${id}`) });

export function useDiagrams(id: string) {
  return useQuery({ queryKey: ['diagrams', id], staleTime: Infinity, queryFn: () => request<Diagram[]>(`/cases/${id}/diagrams`) });
}

/** Live by the event stream; asked again now and then in case an event got lost. */
export function useTokens(id: string) {
  return useQuery({ queryKey: ['case', id, 'tokens'], refetchInterval: REFRESH_MS, queryFn: () => request<Token[]>(`/cases/${id}/tokens`) });
}

function usePart<T>(id: string, part: string) {
  return useQuery({ queryKey: ['case', id, part], queryFn: () => request<T[]>(`/cases/${id}/${part}`) });
}
export const useTimeline = (id: string) => usePart<TimelineEntry>(id, 'timeline');
export function useLetters(id: string) {
  return useQuery({ queryKey: ['case', id, 'letters'], queryFn: async () => (await request<LetterPage>(`/cases/${id}/letters`)).items });
}
export function useSubmissions(id: string) {
  return useInfiniteQuery({
    queryKey: ['case', id, 'submissions'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<SubmissionPage>(`/cases/${id}/submissions`, { query: { cursor: pageParam } }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
export const useIncidents = (id: string) => usePart<Incident>(id, 'incidents');

/** Apart from the case's other answers: progress is told often, and nothing else of the case changes by it. */
export const useRunningSteps = (id: string) => useQuery({ queryKey: ['progress', id], refetchInterval: REFRESH_MS, queryFn: () => request<RunningStep[]>(`/cases/${id}/running`) });

export function useCancel(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => request(`/cases/${id}/cancel`, { method: 'POST', body: { reason } }),
    onSuccess: () => Promise.all(['case', 'cases', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

export function useRetry(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (incidentId: string) => request(`/incidents/${incidentId}/retry`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
}
