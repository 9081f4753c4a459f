import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { request } from 'tertib/screens';
import type { Duplicates } from '../../data-list/data-list.schemas.js';
import type { Row } from './cells.js';
import { namesOf } from './names.js';
import { listAddress, listKey } from './queues.js';

/** Nothing is looked for between two words of somebody who is typing. */
const SETTLED_MS = 2_000;

/** Names that are alike, looked for behind whoever works in the list: once the page is open, and again when names have changed and are saved. */
export function useLikes(caseId: string, rows: readonly Row[], { isSaving, isWanted }: { isSaving: boolean; isWanted: boolean }): UseQueryResult<Duplicates> {
  const names = useMemo(() => namesOf(rows), [rows]);
  const [settled, setSettled] = useState<number | null>(null);
  useEffect(() => {
    if (isSaving || names === settled) return;
    const timer = setTimeout(() => setSettled(names), settled === null ? 0 : SETTLED_MS);
    return () => clearTimeout(timer);
  }, [names, isSaving, settled]);
  return useQuery({
    queryKey: [...listKey(caseId), 'duplicates', settled], queryFn: () => request<Duplicates>(`${listAddress(caseId)}/duplicates`), enabled: isWanted && settled !== null, retry: false,
    placeholderData: (before: Duplicates | undefined) => before,
  });
}
