import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type Completed, type CompletedMany, type FormValues, type TaskDetail, type TaskPage } from '../../api/index.js';

export type Scope = 'mine' | 'role' | 'all';

export interface TaskFilter {
  scope: Scope;
  overdue: boolean;
  q: string;
}

const PAGE = 50;

export function useTasks({ scope, overdue, q }: TaskFilter) {
  return useInfiniteQuery({
    queryKey: ['tasks', scope, overdue, q],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      request<TaskPage>('/tasks', { query: { scope, q, cursor: pageParam, limit: PAGE, overdue: overdue || undefined } }),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

/** Fetched once for each visit: what a person is typing must not be replaced by a refresh. */
export function useTask(id: string) {
  return useQuery({
    queryKey: ['task', id],
    queryFn: () => request<TaskDetail>(`/tasks/${id}`),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

function useStale() {
  const client = useQueryClient();
  return async () => {
    await Promise.all(['tasks', 'task', 'case', 'cases', 'board'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
}

export function useClaim(id: string) {
  const stale = useStale();
  return useMutation({
    mutationFn: (action: 'claim' | 'release') => request(`/tasks/${id}/${action}`, { method: 'POST' }),
    onSuccess: stale,
  });
}

interface Colleagues {
  readonly items: readonly { readonly id: string; readonly name: string; readonly title: string | null }[];
}

export function useColleagues(id: string) {
  return useQuery({ queryKey: ['colleagues', id], queryFn: () => request<Colleagues>(`/tasks/${id}/colleagues`), gcTime: 0 });
}

export function useHandOver(id: string) {
  const stale = useStale();
  return useMutation({ mutationFn: (body: { userId: string; note: string }) => request<{ assigneeName: string }>(`/tasks/${id}/hand-over`, { method: 'POST', body }), onSuccess: stale });
}

/** `then` is called even when the event of the completed task has taken the form off the page meanwhile. */
export function useComplete(id: string, then: { onDone: (done: Completed) => void; onProblem: (error: Error) => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (data: FormValues) => request<Completed>(`/tasks/${id}/complete`, { method: 'POST', body: { data } }),
    onSuccess: (done) => {
      then.onDone(done);
      return Promise.all(['tasks', 'case', 'cases', 'board'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
    onError: then.onProblem,
  });
}

export function useCompleteMany() {
  const stale = useStale();
  return useMutation({
    mutationFn: (body: { ids: string[]; data: FormValues }) => request<CompletedMany>('/tasks/complete-many', { method: 'POST', body }),
    onSuccess: stale,
  });
}
