import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSignedOut, Problem, request, type CurrentUser, type DemoAccount, type Role, type Session } from '../../api/index.js';
import { changeLanguage, setOfficeZone } from '../../shared/i18n/index.js';
import { arrival } from './arrival.js';
import { handOverLanguage } from './chosen-language.js';

const KEY = ['session'];

/** Who is signed in; null for nobody. */
export function useSession() {
  const client = useQueryClient();
  useEffect(() => onSignedOut(() => client.setQueryData(KEY, null)), [client]);
  return useQuery({
    queryKey: KEY,
    staleTime: Infinity,
    queryFn: async () => {
      const session = await request<Session>('/session').catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      });
      // Not the browser's: another person may have left it in theirs, and what the server writes follows the account.
      if (session) await changeLanguage(session.user.language);
      setOfficeZone(session?.timezone);
      return session;
    },
  });
}

/** For screens behind the sign-in, where there always is somebody. */
function useOpenSession(): Session {
  const { data } = useSession();
  if (!data) throw new Error('no session');
  return data;
}

export const useSignedIn = (): boolean => Boolean(useSession().data);
export const useUser = (): CurrentUser => useOpenSession().user;
export const usePermissions = (): Session['permissions'] => useOpenSession().permissions;
export const useRoles = (): Role[] => useOpenSession().roles;
export const useWarning = (): Session['warning'] => useOpenSession().warning;
export const useOfficeName = (): string => useOpenSession().officeName;

export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    retry: false,
    queryFn: async () => {
      // Only a demo on the same machine answers.
      return request<DemoAccount[]>('/session/demo-accounts').catch(() => []);
    },
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { username: string; password: string }) => {
      const session = await request<Session>('/session', { method: 'POST', body });
      await handOverLanguage(session.user.language);
      return session;
    },
    onSuccess: ({ user }, { username, password }) => {
      if (user.mustChange) arrival.keep({ username, code: password });
      else arrival.over();
      return client.resetQueries();
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/session', { method: 'DELETE' }),
    onSettled: () => {
      // First that nobody is here: a screen that is drawn once more without any session has nothing to show.
      client.setQueryData(KEY, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
      client.getMutationCache().clear();
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => request('/session/password', { method: 'PUT', body }),
    onSuccess: () => {
      arrival.over();
      return client.invalidateQueries({ queryKey: KEY });
    },
  });
}
