import { useQuery } from '@tanstack/react-query';
import { request, type IncidentGroups, type StepInput } from '../../../api/index.js';

const REFRESH_MS = 15_000;

export const useIncidentGroups = () => useQuery({ queryKey: ['incidents', 'groups'], refetchInterval: REFRESH_MS, queryFn: () => request<IncidentGroups>('/incidents') });

/** Not kept: it is what the engine holds now. */
export const useStepInput = (id: string, wanted: boolean) => useQuery({ queryKey: ['step-input', id], enabled: wanted, gcTime: 0, retry: false, refetchOnWindowFocus: false, queryFn: () => request<StepInput[]>(`/incidents/${id}/input`) });

export interface Repair {
  reason: string;
  values: Record<string, StepInput['value']>;
}

export const repair = (id: string, body: Repair) => request(`/incidents/${id}/repair`, { method: 'POST', body });
