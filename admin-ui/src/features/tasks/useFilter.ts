import { useSearchParams } from 'react-router';
import type { Scope, TaskFilter } from './calls.js';

export const SCOPES: Scope[] = ['mine', 'role', 'all'];

/** The filters live in the address, so that a list can be kept as a bookmark and the back button works. */
export function useFilter(): [TaskFilter, (change: Partial<TaskFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const scope = SCOPES.find((one) => one === params.get('scope')) ?? 'mine';
  const filter: TaskFilter = { scope, overdue: params.get('overdue') === '1', q: params.get('q') ?? '' };
  const change = (part: Partial<TaskFilter>) => {
    const next = { ...filter, ...part };
    const text: Record<string, string> = {
      ...(next.scope === 'mine' ? {} : { scope: next.scope }),
      ...(next.overdue ? { overdue: '1' } : {}),
      ...(next.q ? { q: next.q } : {}),
    };
    setParams(text, { replace: part.q !== undefined });
  };
  return [filter, change];
}
