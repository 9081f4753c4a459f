import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type CurrentUser, type Office, type Page } from '../../api/index.js';

export type Person = Omit<CurrentUser, 'officeKind'> & { nip: string | null; email: string | null; active: boolean; office: Office | null };
export interface NewAccount {
  id: string;
  username: string;
  name: string;
  oneTimePassword: string;
}
export interface Holiday {
  date: string;
  name: string;
  kind: 'libur_nasional' | 'cuti_bersama';
}
export interface MailRow {
  id: string;
  to: string[];
  subject: string;
  state: string;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}
export interface Signer {
  key: string;
  name: string;
  title: string;
  rank: string;
  nip: string;
  prefix: '' | 'a.n.' | 'Plh.' | 'Plt.';
  onBehalfOf: string;
}
export interface Letterhead {
  government: string;
  office: string;
  address: string;
  contact: string;
  place: string;
  logo: string;
}
export interface Settings {
  'office.name'?: string;
  timezone?: string;
  letterhead?: Letterhead;
  signers?: Signer[];
  'letters.numberFormat'?: string;
  'letters.requireSigned'?: boolean;
  'letters.assignmentType'?: string;
  'collection.correctionDays'?: number;
  'collection.reminderDays'?: number;
}
interface AuditEntry {
  id: string;
  at: string;
  action: string;
  userName: string | null;
  subject: string | null;
  detail: Record<string, unknown>;
}

export const useOffices = () => useQuery({ queryKey: ['offices'], queryFn: () => request<Office[]>('/offices') });
export const usePeople = () => useQuery({ queryKey: ['users'], queryFn: () => request<Person[]>('/users') });
export const useHolidays = () => useQuery({ queryKey: ['holidays'], queryFn: () => request<Holiday[]>('/holidays') });
export const useSettings = () => useQuery({ queryKey: ['settings'], refetchOnWindowFocus: false, queryFn: () => request<Settings>('/settings') });
export const useMail = (cursor: string) => useQuery({ queryKey: ['mail', cursor], queryFn: () => request<Page<MailRow> & { sending: boolean; from: string }>('/mail', { query: { cursor } }) });
export const useMailText = (id: string) => useQuery({ queryKey: ['mail', 'one', id], queryFn: () => request<MailRow & { text: string }>(`/mail/${id}`) });
export const useAudit = (cursor: string) => useQuery({ queryKey: ['audit', cursor], queryFn: () => request<Page<AuditEntry>>('/audit', { query: { cursor } }) });

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
