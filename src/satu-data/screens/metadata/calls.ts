import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from 'tertib/screens';
import type { MetadataPage, MetadataQuery, MetadataRow, MetadataVersion, MetadataView, VariableUses } from '../../metadata/metadata.schemas.js';
import type { Values } from './merge.js';

export type Kind = MetadataRow['kind'];
export const KINDS: readonly Kind[] = ['activity', 'variable', 'indicator'];
const AT = '/satu-data/metadata';
const KEY = 'metadata';

export interface Filter extends Partial<Omit<MetadataQuery, 'kind'>> {
  kind?: Kind | '';
}

export function useRecords(filter: Filter) {
  return useQuery({ queryKey: [KEY, 'list', filter], queryFn: () => request<MetadataPage>(AT, { query: { ...filter } }), placeholderData: keepPreviousData });
}

/** Not asked again while it is filled in: whoever saves in between is told when this one saves. */
export function useRecord(id: string) {
  return useQuery({ queryKey: [KEY, 'one', id], queryFn: () => readRecord(id), gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false });
}
export const readRecord = (id: string): Promise<MetadataView> => request<MetadataView>(`${AT}/${id}`);

export function useVersion(id: string, version: number) {
  return useQuery({ queryKey: [KEY, 'version', id, version], queryFn: () => request<MetadataVersion>(`${AT}/${id}/versions/${version}`) });
}

interface Saving {
  readonly version: number;
  readonly content: Values;
}
export function useSave(id: string, onSaved: (view: MetadataView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Saving) => request<MetadataView>(`${AT}/${id}`, { method: 'PUT', body }),
    onSuccess: async (view) => {
      onSaved(view);
      await client.invalidateQueries({ queryKey: [KEY, 'list'] });
    },
  });
}

interface Creating {
  readonly kind: Kind;
  readonly officeId?: string | undefined;
  readonly content: Values;
}
export function useCreate(onCreated: (view: MetadataView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Creating) => request<MetadataView>(AT, { method: 'POST', body }),
    onSuccess: async (view) => {
      await client.invalidateQueries({ queryKey: [KEY, 'list'] });
      onCreated(view);
    },
  });
}

export function useUses(id: string, q = '') {
  return useQuery({ queryKey: [KEY, 'uses', id, q], queryFn: () => request<VariableUses>(`${AT}/${id}/uses`, { query: { q } }), placeholderData: keepPreviousData });
}

export function useUse(id: string, onUsed: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { datasetId: string; key: boolean }) => request(`${AT}/${id}/use`, { method: 'POST', body }),
    onSuccess: async () => {
      onUsed();
      await client.invalidateQueries({ queryKey: [KEY, 'uses', id] });
    },
  });
}
