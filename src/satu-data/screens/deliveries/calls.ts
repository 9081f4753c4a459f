import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from 'tertib/screens';
import type { PrintedSheet, Room, Rooms } from '../../room/room.schemas.js';
import type { CommentedDatasets } from '../../review/review.schemas.js';
import type { Messages, PlaceView, Places, Threads } from '../../questions/question.schemas.js';

/** As long as a large table is checked. */
const CHECK_POLL_MS = 2000;

const at = (id: string): string => `/satu-data/requests/${id}`;
const threadAt = (id: string, datasetId: string): string => `${at(id)}/questions/${datasetId}`;

export function useRooms(caseId: string, page: number, q: string) {
  return useQuery({ queryKey: ['live', 'rooms', caseId, page, q], queryFn: () => request<Rooms>('/satu-data/requests', { query: { caseId, page, q } }), placeholderData: keepPreviousData });
}

export function useRoom(id: string) {
  return useQuery({ queryKey: ['live', 'room', id], queryFn: () => request<Room>(at(id)), refetchInterval: ({ state: { data } }) => (data?.datasets.some(({ check }) => check?.state === 'running') ? CHECK_POLL_MS : false) });
}

export function useStopCheck(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: { datasetId: string; fileId: string }) => request('/satu-data/check/stop', { method: 'POST', body }), onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'room', id] }) });
}

export function useSheet(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => request<PrintedSheet>(`${at(id)}/sheet`, { method: 'POST' }), onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'room', id] }) });
}

export function useWithdraw(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: { datasetIds: string[]; reason: string }) => request(`${at(id)}/withdraw`, { method: 'POST', body }), onSuccess: () => client.invalidateQueries({ queryKey: ['live'] }) });
}

export function useThreads(page: number) {
  return useQuery({ queryKey: ['live', 'threads', page], queryFn: () => request<Threads>('/satu-data/questions', { query: { page } }), placeholderData: keepPreviousData });
}

/** Open comments on tables that producers read. */
export function useSharedComments(page: number) {
  return useQuery({ queryKey: ['live', 'comments', page], queryFn: () => request<CommentedDatasets>('/satu-data/comments', { query: { page } }), placeholderData: keepPreviousData });
}

/** The newest page first; each further one is earlier. */
export function useThread(id: string, datasetId: string) {
  return useInfiniteQuery({
    queryKey: ['live', 'thread', id, datasetId],
    initialPageParam: '',
    queryFn: ({ pageParam }) => request<Messages>(threadAt(id, datasetId), { query: { before: pageParam } }),
    getNextPageParam: (page) => (page.earlier ? page.items[0]?.id : undefined),
  });
}

export function useAsk(id: string, datasetId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: { text: string; place?: PlaceView['place'] }) => request(threadAt(id, datasetId), { method: 'POST', body }), onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'thread', id, datasetId] }) });
}

export function usePlaces(id: string, datasetId: string, q: string) {
  return useQuery({ queryKey: ['question-rows', id, datasetId, q], queryFn: () => request<Places>(`${threadAt(id, datasetId)}/rows`, { query: { q } }), placeholderData: keepPreviousData });
}

export function useMarkRead(id: string, datasetId: string) {
  const client = useQueryClient();
  const stale = ['room', 'rooms', 'threads'];
  return useMutation({ mutationFn: (upTo: string) => request(`${threadAt(id, datasetId)}/read`, { method: 'PUT', body: { upTo } }), onSuccess: () => Promise.all(stale.map((key) => client.invalidateQueries({ queryKey: ['live', key] }))) });
}
