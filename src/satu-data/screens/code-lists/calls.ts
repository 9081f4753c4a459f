import { keepPreviousData, useMutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { Problem, request } from 'tertib/screens';
import type { ChangePage, CodeEdit, CodePage, CodesQuery, ImportResult, ListRow, NewList, VersionPage } from '../../code-lists/code-list.schemas.js';

const AT = '/satu-data/code-lists';
/** Whoever changes a list makes everything new that was asked of any: also what forms let people choose. */
const KEY = 'code-lists';

const ASKED_MS = 700;

interface Writing { readonly writing: { readonly total: number; readonly written: number } | null }

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

/** How far the version is that somebody is keeping; asked while that goes on, and for as long as `mine` is on its way. */
export function useWriting(scheme: string, mine: boolean) {
  const client = useQueryClient();
  const queryKey = [KEY, 'writing', scheme];
  const query = useQuery({
    queryKey, gcTime: 0,
    queryFn: async () => {
      const before = client.getQueryData<Writing>(queryKey)?.writing;
      const now = await request<Writing>(`${AT}/${scheme}/writing`);
      // Another's is there now, or was given up.
      if (before && !now.writing) void client.invalidateQueries({ queryKey: [KEY, 'codes', scheme] });
      return now;
    },
    refetchInterval: ({ state: { data } }) => (mine || data?.writing ? ASKED_MS : false),
  });
  return query.data?.writing ?? null;
}

export const previewUpload = (scheme: string, upload: Upload) => request<ImportResult>(`${AT}/${scheme}/import`, { method: 'POST', body: upload });

type Apply = Upload & { readonly fingerprint: string; readonly note: string };

export interface Applying {
  readonly apply: (upload: Apply) => void;
  readonly saving: boolean;
  /** Why the last one was not kept. */
  readonly error: unknown;
  /** The same once more, where nobody said no: the server was not reached, or fell. */
  readonly again: (() => void) | null;
}

/** Keeps what an upload would do. It goes on when the dialog is closed and the page is left; how it went is told there again. */
export function useApplyUpload(scheme: string, onDone: () => void): Applying {
  const client = useQueryClient();
  const mutationKey = [KEY, 'apply', scheme];
  const { mutate: apply } = useMutation({
    mutationKey, gcTime: Infinity,
    mutationFn: (body: Apply) => request<ImportResult>(`${AT}/${scheme}/import`, { method: 'POST', body }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: [KEY] }); onDone(); },
  });
  const last = useMutationState({ filters: { mutationKey, exact: true }, select: ({ state: { status, error, variables } }) => ({ status, error, variables: variables as Apply | undefined }) }).at(-1);
  const { error = null, variables } = last ?? {};
  const mayComeThrough = error instanceof Problem && (error.status === 0 || error.status >= 500);
  return { apply, saving: last?.status === 'pending', error, again: variables && mayComeThrough ? () => apply(variables) : null };
}
