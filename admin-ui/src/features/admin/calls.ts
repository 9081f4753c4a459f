import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type Abilities, type ApiToken, type AuditPage, type Holiday, type MailPage, type MailText, type MessagePage, type Office, type Permission, type Person, type Settings, type Substitute } from '../../api/index.js';

export const useOffices = () => useQuery({ queryKey: ['offices'], queryFn: () => request<Office[]>('/offices') });
export const usePeople = () => useQuery({ queryKey: ['users'], queryFn: () => request<Person[]>('/users') });
export const useAbilities = (id: string) => useQuery({ queryKey: ['users', id, 'abilities'], queryFn: () => request<Abilities>(`/users/${id}/abilities`) });
export const usePermissions = () => useQuery({ queryKey: ['permissions'], queryFn: () => request<Permission[]>('/permissions') });
export const useHolidays = () => useQuery({ queryKey: ['holidays'], queryFn: () => request<Holiday[]>('/holidays') });
export const useSubstitutes = () => useQuery({ queryKey: ['substitutes'], queryFn: () => request<Substitute[]>('/substitutes') });
export const useTokens = () => useQuery({ queryKey: ['tokens'], queryFn: () => request<ApiToken[]>('/tokens') });
export const useSettings = () => useQuery({ queryKey: ['settings'], refetchOnWindowFocus: false, queryFn: () => request<Settings>('/settings') });
const failed = (only: boolean) => ({ state: only ? 'failed' : undefined });
export const useMail = (cursor: string, failedOnly: boolean) => useQuery({ queryKey: ['mail', cursor, failedOnly], queryFn: () => request<MailPage>('/mail', { query: { cursor, ...failed(failedOnly) } }) });
export const useMessages = (cursor: string, failedOnly: boolean) => useQuery({ queryKey: ['messages', cursor, failedOnly], queryFn: () => request<MessagePage>('/messages', { query: { cursor, ...failed(failedOnly) } }) });
export const useMailText = (id: string) => useQuery({ queryKey: ['mail', 'one', id], queryFn: () => request<MailText>(`/mail/${id}`) });
export const useAudit = (cursor: string) => useQuery({ queryKey: ['audit', cursor], queryFn: () => request<AuditPage>('/audit', { query: { cursor } }) });

interface Write {
  path: string;
  method: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

/** A change of the administrator's; the lists named are old after it. */
export function useWrite<T = unknown>(...stale: string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method, body }: Write) => request<T>(path, { method, ...(body === undefined ? {} : { body }) }),
    onSuccess: () => Promise.all(stale.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
