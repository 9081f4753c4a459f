import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newestError, request } from 'tertib/screens';
import type { DatasetReview, LetterBody, MadeLetter, NewComment, ReviewQuery, ReviewView, TableUnderReview } from '../../review/review.schemas.js';

/** Which part of the review is shown; blank: all. */
export interface ReviewFilter {
  page: number;
  period: string;
  state: ReviewQuery['state'];
  q: string;
}

const PER_PAGE = 50;

export const useReview = (filter: ReviewFilter) =>
  useQuery({ queryKey: ['live', 'review', filter], queryFn: () => request<ReviewView>('/satu-data/review', { query: { ...filter, limit: PER_PAGE } }), placeholderData: keepPreviousData });

/** By page; what was said stays on screen while the next one comes. */
export const useTable = (datasetId: string, page: number) =>
  useQuery({ queryKey: ['live', 'review-table', datasetId, page], queryFn: () => request<TableUnderReview>(`/satu-data/datasets/${datasetId}/table`, { query: { page } }), placeholderData: keepPreviousData });

export interface SignedLetter {
  file: File;
  number: string;
  date: string;
}

/** The file first, then what stands on it. */
export function useSignedLetter(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, ...letter }: SignedLetter) => {
      const body = new FormData();
      body.append('caseId', caseId);
      body.append('file', file);
      const { id: fileId } = await request<{ id: string }>('/files', { method: 'POST', body });
      return request(`/satu-data/review/${caseId}/signed-letter`, { method: 'POST', body: { ...letter, fileId } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'review'] }),
  });
}

const at = (datasetId: string): string => `/satu-data/review/datasets/${datasetId}`;

export const useDatasetReview = (datasetId: string, enabled: boolean) =>
  useQuery({ queryKey: ['live', 'dataset-review', datasetId], queryFn: () => request<DatasetReview>(at(datasetId)), enabled });

export function useMakeLetter(caseId: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: LetterBody) => request<MadeLetter>(`/satu-data/review/${caseId}/letter`, { method: 'POST', body }), onSuccess: () => client.invalidateQueries({ queryKey: ['live', 'review'] }) });
}

/** Wherever comments are shown or counted. */
function useShownAgain(datasetId: string) {
  const client = useQueryClient();
  return () => Promise.all([['dataset-review', datasetId], ['review-table', datasetId], ['comments'], ['room'], ['review']].map((key) => client.invalidateQueries({ queryKey: ['live', ...key] })));
}

export function useComment(datasetId: string) {
  const onSuccess = useShownAgain(datasetId);
  return useMutation({ mutationFn: (body: NewComment) => request(`${at(datasetId)}/comments`, { method: 'POST', body }), onSuccess });
}

/** What can be done to the thread of a comment, and why the last of it failed. */
export function useThreadSteps(datasetId: string) {
  const onSuccess = useShownAgain(datasetId);
  const thread = `/satu-data/datasets/${datasetId}/comments`;
  const answer = useMutation({ mutationFn: ({ id, text }: { id: string; text: string }) => request(`${thread}/${id}/replies`, { method: 'POST', body: { text } }), onSuccess });
  const share = useMutation({ mutationFn: ({ id }: { id: string }) => request(`${thread}/${id}/share`, { method: 'POST' }), onSuccess });
  const settle = useMutation({ mutationFn: ({ id, ...body }: { id: string; done: boolean; answer: string }) => request(`${at(datasetId)}/comments/${id}`, { method: 'PATCH', body }), onSuccess });
  return { answer, share, settle, error: newestError(answer, share, settle) };
}
