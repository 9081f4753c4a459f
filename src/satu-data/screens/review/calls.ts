import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from 'tertib/screens';
import type { DatasetReview, LetterBody, MadeLetter, NewComment, ReviewQuery, ReviewView } from '../../review/review.schemas.js';

/** Which part of the review is shown; blank: all. */
export interface ReviewFilter {
  page: number;
  period: string;
  state: ReviewQuery['state'];
  q: string;
}

export const useReview = (filter: ReviewFilter) =>
  useQuery({ queryKey: ['live', 'review', filter], queryFn: () => request<ReviewView>('/satu-data/review', { query: { ...filter } }), placeholderData: keepPreviousData });

const at = (datasetId: string): string => `/satu-data/review/datasets/${datasetId}`;

export const useDatasetReview = (datasetId: string, enabled: boolean) =>
  useQuery({ queryKey: ['live', 'dataset-review', datasetId], queryFn: () => request<DatasetReview>(at(datasetId)), enabled });

export const useMakeLetter = (caseId: string) => useMutation({ mutationFn: (body: LetterBody) => request<MadeLetter>(`/satu-data/review/${caseId}/letter`, { method: 'POST', body }) });

export function useComment(datasetId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: NewComment) => request(`${at(datasetId)}/comments`, { method: 'POST', body }), onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'dataset-review', datasetId] }) });
}

export function useSettle(datasetId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; done: boolean; answer: string }) => request(`${at(datasetId)}/comments/${id}`, { method: 'PATCH', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'dataset-review', datasetId] }),
  });
}
