import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Problem, request } from 'tertib/screens';
import type { ChangePage, CodeEdit, CodePage, CodesQuery, ImportResult, ListRow, NewList, VersionPage } from '../../code-lists/code-list.schemas.js';

const AT = '/satu-data/code-lists';
/** Whoever changes a list makes everything new that was asked of any: also what forms let people choose. */
const KEY = 'code-lists';

const ASKED_MS = 700;

export type Filter = Pick<CodesQuery, 'q' | 'page' | 'state'> & { level: string };

export const useLists = (enabled = true) => useQuery({ queryKey: [KEY, 'all'], queryFn: () => request<ListRow[]>(AT), enabled });
export const useCodes = (scheme: string, filter: Filter) => useQuery({ queryKey: [KEY, 'codes', scheme, filter], queryFn: () => request<CodePage>(`${AT}/${scheme}/codes`, { query: { ...filter } }), placeholderData: keepPreviousData });
export const useVersions = (scheme: string, page: number) => useQuery({ queryKey: [KEY, 'versions', scheme, page], queryFn: () => request<VersionPage>(`${AT}/${scheme}/versions`, { query: { page } }), placeholderData: keepPreviousData });
export const useChanges = (scheme: string, number: number, page: number) => useQuery({ queryKey: [KEY, 'changes', scheme, number, page], queryFn: () => request<ChangePage>(`${AT}/${scheme}/versions/${number}`, { query: { page } }), placeholderData: keepPreviousData });

export function useCreateList(onCreated: (scheme: string) => void) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (body: NewList) => request<{ scheme: string }>(AT, { method: 'POST', body }), onSuccess: async ({ scheme }) => { await client.invalidateQueries({ queryKey: [KEY] }); onCreated(scheme); } });
}

export function useEditCodes(scheme: string, onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CodeEdit) => request(`${AT}/${scheme}/codes`, { method: 'PUT', body }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: [KEY] }); onSaved(); },
    onError: (error) => (error instanceof Problem && error.code === 'code-list-changed' ? client.invalidateQueries({ queryKey: [KEY, 'codes', scheme] }) : undefined),
  });
}

export interface Upload {
  readonly fileId: string;
  readonly endMissing?: string | undefined;
}

export async function uploadFile(file: File): Promise<string> {
  const body = new FormData();
  body.append('file', file);
  return (await request<{ id: string }>('/files', { method: 'POST', body })).id;
}

/** How far the version is that is being kept; asked while that goes on. */
export const useWriting = (scheme: string, enabled: boolean) =>
  useQuery({ queryKey: [KEY, 'writing', scheme], queryFn: () => request<{ writing: { total: number; written: number } | null }>(`${AT}/${scheme}/writing`), enabled, refetchInterval: ASKED_MS, gcTime: 0 });

export const previewUpload = (scheme: string, upload: Upload) => request<ImportResult>(`${AT}/${scheme}/import`, { method: 'POST', body: upload });

export function useApplyUpload(scheme: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Upload & { fingerprint: string; note: string }) => request<ImportResult>(`${AT}/${scheme}/import`, { method: 'POST', body }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: [KEY] }); onDone(); },
  });
}
