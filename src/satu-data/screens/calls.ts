import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from 'tertib/screens';
import type { EscalateAnswer } from '../requests/escalation.schemas.js';
import type { Board, BoardSummary, MadeReport, OpenRequests, ProducerDatasets } from '../board/board.schemas.js';

/** Which part of a board is shown; blank: all. */
export interface BoardFilter {
  page: number;
  q: string;
  state: string;
  holder: string;
}

const at = (caseId: string): string => `/satu-data/board/${caseId}`;

export function useBoard(caseId: string, filter: BoardFilter) {
  return useQuery({ queryKey: ['live', 'board', caseId, filter], queryFn: () => request<Board>(at(caseId), { query: { ...filter } }), placeholderData: keepPreviousData });
}

export function useBoardSummary(caseId: string) {
  return useQuery({ queryKey: ['live', 'board-summary', caseId], queryFn: () => request<BoardSummary>(`${at(caseId)}/summary`) });
}

export function useProducerDatasets(caseId: string, officeId: string, enabled: boolean) {
  return useQuery({ queryKey: ['live', 'board-producer', caseId, officeId], queryFn: () => request<ProducerDatasets>(`${at(caseId)}/producers/${officeId}`), enabled });
}

export function useOpenRequests(caseId: string) {
  return useQuery({ queryKey: ['live', 'board-requests', caseId], queryFn: () => request<OpenRequests>(`${at(caseId)}/open-requests`) });
}

export function useMakeReport(caseId: string) {
  return useMutation({ mutationFn: () => request<MadeReport>(`${at(caseId)}/report`, { method: 'POST' }) });
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

export function useEscalate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<Extension, 'until'>) => request<EscalateAnswer>('/satu-data/escalate', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['live'] }),
  });
}
