import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request, type Delegation, type DelegationChoices, type OwnDelegations } from '../../api/index.js';

const KEY = ['delegations'];

export const useDelegations = () => useQuery({ queryKey: KEY, queryFn: () => request<OwnDelegations>('/delegations') });
export const useChoices = () => useQuery({ queryKey: [...KEY, 'choices'], queryFn: () => request<DelegationChoices>('/delegations/choices') });

export type DelegationDraft = Pick<Delegation, 'userId' | 'role' | 'fromDay' | 'untilDay' | 'basis'>;

function useChange<T>(mutationFn: (input: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) });
}
export const useDelegate = () => useChange((body: DelegationDraft) => request('/delegations', { method: 'POST', body }));
export const useEnd = () => useChange((id: string) => request(`/delegations/${id}`, { method: 'DELETE' }));
