import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSignedOut, Problem, request, type CurrentUser, type DemoAccount } from '../../api/index.js';
import { setOfficeZone } from '../../shared/i18n/index.js';

const KEY = ['session'];

/** Who is signed in; null for nobody. */
export function useSession() {
  const client = useQueryClient();
  useEffect(() => onSignedOut(() => client.setQueryData(KEY, null)), [client]);
  return useQuery({
    queryKey: KEY,
    staleTime: Infinity,
    queryFn: async () => {
      const user = await request<CurrentUser>('/session').catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) return null;
        throw error;
      });
      setOfficeZone(user?.timezone);
      return user;
    },
  });
}

/** For screens behind the sign-in, where there always is somebody. */
export function useUser(): CurrentUser {
  const { data } = useSession();
  if (!data) throw new Error('no session');
  return data;
}

export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    retry: false,
    queryFn: async () => {
      const answer = await request<DemoAccount[] | { items: DemoAccount[] }>('/session/demo-accounts').catch(() => []);
      return Array.isArray(answer) ? answer : (answer?.items ?? []);
    },
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { username: string; password: string }) => request('/session', { method: 'POST', body }),
    onSuccess: () => client.resetQueries(),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/session', { method: 'DELETE' }),
    onSettled: () => {
      client.clear();
      client.setQueryData(KEY, null);
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => request('/session/password', { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
