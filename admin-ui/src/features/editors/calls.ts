import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/index.js';

export type Kind = 'diagrams' | 'forms' | 'letters';
export const KINDS: Kind[] = ['diagrams', 'forms', 'letters'];

export interface DraftRow {
  kind: 'diagram' | 'form' | 'letter';
  key: string;
  path: string;
  etag: string;
  changed: boolean;
  updatedAt: string | null;
  updatedByName: string | null;
}

export interface Draft extends DraftRow {
  content: string;
}

export interface CheckFinding {
  code: string;
  path: string;
  elementId: string;
  severity: 'error' | 'warning';
  message: { id: string; en: string };
}

export interface Release {
  id: string;
  version: number;
  state: 'deploying' | 'live' | 'retired' | 'failed';
  note: string;
  publishedByName: string | null;
  publishedAt: string;
  failure: string | null;
}

export const useDrafts = () => useQuery({ queryKey: ['drafts'], queryFn: () => request<DraftRow[]>('/drafts') });
export const useReleases = () => useQuery({ queryKey: ['releases'], queryFn: () => request<Release[]>('/releases') });

/** Not fetched again while it is being edited. */
export function useDraft(kind: Kind, key: string) {
  return useQuery({
    queryKey: ['draft', kind, key],
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    queryFn: () => request<Draft>(`/drafts/${kind}/${key}`),
  });
}

export function useSaveDraft(kind: Kind, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ content, etag }: { content: string; etag?: string | undefined }) =>
      request<Draft>(`/drafts/${kind}/${key}`, { method: 'PUT', body: { content }, headers: etag ? { 'If-Match': etag } : {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

export function useDiscard(kind: Kind, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (etag: string) => request(`/drafts/${kind}/${key}`, { method: 'DELETE', headers: { 'If-Match': etag } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['drafts'] });
      await client.resetQueries({ queryKey: ['draft', kind, key] });
    },
  });
}

export function useCheck() {
  return useMutation({ mutationFn: () => request<{ findings: CheckFinding[]; ok: boolean }>('/drafts/check', { method: 'POST' }) });
}

export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: string) => request<Release>('/drafts/publish', { method: 'POST', body: { note } }),
    onSuccess: () => Promise.all(['drafts', 'releases', 'procedures'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
