import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from 'tertib/screens';
import type { RulesAtOnce } from '../../data-list/data-list.schemas.js';

type Table = Readonly<Record<string, unknown>>;

/** So long nothing was typed. */
const QUIET_MS = 700;

const list = (value: unknown): Table[] => (Array.isArray(value) ? (value as Table[]) : []);
const isWritten = ({ kiri, kanan }: Table): boolean => [kiri, kanan].some((side) => String(side ?? '').trim() !== '');

/** What rules of a row find in the last period's table: tried anew whenever they have changed, and only the answer to what stands there now is given. */
export function useRulesTried(path: string, table: Table) {
  const own = list(table['aturanSendiri']).map((rule, index) => ({ rule, number: index + 1 })).filter(({ rule }) => isWritten(rule));
  // Indicators are not tried: one that is being written keeps no rule from it.
  const body = { table: { ...table, aturanSendiri: own.map(({ rule }) => rule), indikatorTurunan: [] } };
  const written = JSON.stringify(body);
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(written), QUIET_MS);
    return () => clearTimeout(timer);
  }, [written]);
  const builtIn = list(table['aturanBawaan']).length;
  const query = useQuery({
    queryKey: ['rules-tried', path, asked], enabled: own.length + builtIn > 0, retry: false, refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0,
    queryFn: ({ signal }) => request<RulesAtOnce>(`${path}/at-once`, { method: 'POST', body: JSON.parse(asked) as typeof body, signal }),
  });
  const isCurrent = asked === written;
  return { body, numbers: own.map(({ number }) => number), builtIn, isTrying: query.isFetching || (!isCurrent && query.isEnabled), found: isCurrent ? query.data : undefined, error: isCurrent ? query.error : null, again: () => void query.refetch() };
}
