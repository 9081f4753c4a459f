import { useEffect } from 'react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type CatalogueEntry, type CodeList, type Comparison, type Draft, type DraftRow, type ElementTemplate, type FileComparison, type FileRef, type Findings, type FormPart, type FormTrial, type FormUse, type FormValues, type FormVariable, type ImportedForm, type LetterCase, type LetterFields, type LetterPreview, type Office, type Person, type Planned, type Release, type TableSource, type Writable } from '../../api/index.js';

export type Kind = 'diagrams' | 'forms' | 'letters';
export const KINDS: Kind[] = ['diagrams', 'forms', 'letters'];

const UNDER_WAY_MS = 2_000;
const PLAN_MS = 30_000;
const CHANGED_BY_A_VERSION = ['drafts', 'releases', 'procedures'];

export const useDrafts = () => useQuery({ queryKey: ['drafts'], queryFn: () => request<DraftRow[]>('/drafts') });
/** Asked again while the engine has not taken the newest one yet. */
export const useReleases = () => useQuery({
  queryKey: ['releases'],
  queryFn: () => request<Release[]>('/releases'),
  refetchInterval: ({ state }) => (state.data?.some((release) => release.state === 'deploying') ? UNDER_WAY_MS : false),
});

/** What is different from one version to another; `drafts` is what is being edited. Not kept: somebody may save in the next moment. */
export const useComparison = (from: string, to: string) =>
  useQuery({ queryKey: ['comparison', from, to], gcTime: 0, queryFn: () => request<Comparison>(`/releases/${encodeURIComponent(from)}/comparison?to=${encodeURIComponent(to)}`) });

/** What saving `mine` would change of what is saved; asked again when somebody saves once more. */
export const useConflict = (kind: Kind, key: string, mine: string, etag: string) =>
  useQuery({ queryKey: ['conflict', kind, key, etag, mine], gcTime: 0, queryFn: () => request<Comparison>(`/drafts/${kind}/${key}/comparison`, { method: 'POST', body: { content: mine } }) });

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

/** Whom a diagram may name; who edits one is an administrator. */
export const usePeopleNames = () => useQuery({ queryKey: ['users'], queryFn: () => request<Person[]>('/users') });

/** What automatic steps there are; they change with the application only. */
export const useCatalogue = () => useQuery({ queryKey: ['catalogue'], queryFn: () => request<CatalogueEntry[]>('/catalogue'), staleTime: Infinity });
/** Kinds of elements that may be published; they change with the application only. */
export const usePermitted = () => useQuery({ queryKey: ['permitted-elements'], queryFn: () => request<string[]>('/catalogue/elements'), staleTime: Infinity });
/** What experts may write at each kind of element. */
export const useWritable = () => useQuery({ queryKey: ['writable-properties'], queryFn: () => request<Writable>('/catalogue/properties'), staleTime: Infinity });
export const useTemplates = (language: string) => useQuery({ queryKey: ['element-templates', language], queryFn: () => request<ElementTemplate[]>(`/catalogue/element-templates?language=${language}`), staleTime: Infinity });

/** What the forms give to the diagrams; a saved form may change it. */
export const useFormVariables = () => useQuery({ queryKey: ['drafts', 'variables'], queryFn: () => request<FormVariable[]>('/drafts/variables') });

/** What a text may name; a saved form or diagram may change it. */
export const useLetterFields = (letter: string) => useQuery({ queryKey: ['drafts', 'letter-fields', letter], queryFn: () => request<LetterFields>(`/drafts/letters/${letter}/fields`) });

export const useLetterCases = (letter: string, q: string) => useQuery({
  queryKey: ['letter-cases', letter, q],
  placeholderData: keepPreviousData,
  queryFn: ({ signal }) => request<LetterCase[]>(`/drafts/letters/${letter}/cases?q=${encodeURIComponent(q)}`, { signal }),
});

/** The text as it would go out. Whoever goes on writing gives up what was asked for before. */
export const useLetterPreview = (letter: string, content: string | undefined, caseId: string | null) => useQuery({
  queryKey: ['letter-preview', letter, content, caseId],
  enabled: content !== undefined,
  gcTime: 0,
  staleTime: Infinity,
  retry: false,
  refetchOnWindowFocus: false,
  queryFn: ({ signal }) => request<LetterPreview>(`/drafts/letters/${letter}/preview`, { method: 'POST', body: { content, caseId }, signal }),
});

/** What of a file may stand in a form here; nothing is saved by asking. */
export const useImportForm = () => useMutation({ mutationFn: (content: string) => request<ImportedForm>('/drafts/forms/import', { method: 'POST', body: { content } }) });

/** Whether what was typed into a form that is being made would be taken; nothing is stored. */
export const useTrial = (form: string) => useMutation({
  mutationFn: (body: { content: string; data: FormValues; initial: FormValues; files: FileRef[] }) => request<FormTrial>(`/drafts/forms/${form}/trial`, { method: 'POST', body }),
});

/** Who meets a form, by the diagrams as they are saved. */
export const useFormUses = (form: string) => useQuery({ queryKey: ['drafts', 'uses', form], queryFn: () => request<FormUse[]>(`/drafts/forms/${form}/uses`) });
/** The lists of codes that a field can be bound to; they change with the application only. */
/** All parts that forms share, older versions first. */
export const useParts = () => useQuery({ queryKey: ['drafts', 'parts'], queryFn: () => request<FormPart[]>('/drafts/parts') });
export const usePartChanges = (part: string, from: number, to: number) => useQuery({ queryKey: ['drafts', 'parts', part, from, to], queryFn: () => request<FileComparison['changes']>(`/drafts/parts/${part}/${from}/changes/${to}`) });

/** A part of its own, or a new version of one. */
export function useSavePart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (part: Omit<FormPart, 'version' | 'usedBy' | 'key'> & { key: string | null }) => request<Pick<FormPart, 'key' | 'version'>>('/drafts/parts', { method: 'POST', body: part }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

export function useRemovePart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, version }: Pick<FormPart, 'key' | 'version'>) => request(`/drafts/parts/${key}/${version}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

/** What a table's rows can come from, by the forms as they are saved. Asked once for each editor: the builder is made anew with other lists. */
export const useTableSources = () => useQuery({ queryKey: ['table-sources'], staleTime: Infinity, gcTime: 0, queryFn: () => request<TableSource[]>('/drafts/forms/lists/tables') });
export const useCodeLists = () => useQuery({ queryKey: ['code-lists', 'of-forms'], staleTime: Infinity, gcTime: 0, queryFn: () => request<CodeList[]>('/drafts/forms/lists/codes') });
export const useProducers = () => useQuery({ queryKey: ['offices', 'produsen'], queryFn: () => request<Office[]>('/offices', { query: { kind: 'produsen' } }) });

export function useCheck() {
  return useMutation({ mutationFn: () => request<Findings>('/drafts/check', { method: 'POST' }) });
}

/** All drafts, with one of them as it stands in its editor; what was found last stays until the next answer. */
export const useEditedCheck = (kind: Kind, key: string, content: string | undefined) => useQuery({
  queryKey: ['check', kind, key, content],
  enabled: content !== undefined,
  placeholderData: keepPreviousData,
  gcTime: 0,
  retry: false,
  queryFn: ({ signal }) => request<Findings>(`/drafts/${kind}/${key}/check`, { method: 'POST', body: { content }, signal }),
});

/** Looked at again by itself: its time comes while the page stands open, and then there is a new version. */
export function usePlanned() {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['drafts', 'planned'], queryFn: () => request<Planned>('/drafts/planned'), refetchInterval: PLAN_MS });
  const id = query.data?.planned?.id;
  useEffect(() => (id === undefined ? undefined : () => void Promise.all(CHANGED_BY_A_VERSION.map((key) => client.invalidateQueries({ queryKey: [key] })))), [client, id]);
  return query;
}

export function usePlan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { note: string; at: string }) => request<Planned>('/drafts/planned', { method: 'PUT', body }),
    onSuccess: (answer) => client.setQueryData(['drafts', 'planned'], answer),
  });
}

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => request('/drafts/planned', { method: 'DELETE' }), onSuccess: () => client.invalidateQueries({ queryKey: ['drafts', 'planned'] }) });
}

export const usePublish = () => useNewVersion('/drafts/publish');
export const useRestore = (releaseId: string) => useNewVersion(`/releases/${releaseId}/restore`);

/** Whatever makes a version says why. */
function useNewVersion(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: string) => request<Release>(path, { method: 'POST', body: { note } }),
    onSuccess: () => Promise.all(CHANGED_BY_A_VERSION.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
