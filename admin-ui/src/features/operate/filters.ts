import { useSearchParams } from 'react-router';

/** What can be chosen on the page; all of it is in the address, so that a finding can be sent to somebody. */
export type Filter = 'procedure' | 'days' | 'colour' | 'diagram' | 'state' | 'from' | 'to' | 'troubled' | 'step' | 'q' | 'field' | 'reference' | 'kind';

export const DAYS = ['30', '90', '365', 'all'] as const;
export const COLOURS = ['count', 'done.median', 'done.most', 'waiting.median', 'waiting.most'] as const;
export type Colour = (typeof COLOURS)[number];

const known = <T extends string>(all: readonly T[], value: string | null, otherwise: T): T => all.find((one) => one === value) ?? otherwise;

export function useFilters() {
  const [params, setParams] = useSearchParams();
  const get = (name: Filter): string => params.get(name) ?? '';
  /** An empty value takes the choice back. */
  const choose = (changes: Partial<Record<Filter, string>>) => setParams((before) => {
    const next = new URLSearchParams(before);
    for (const [name, value] of Object.entries(changes)) if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  return { get, choose, days: known(DAYS, params.get('days'), '90'), colour: known(COLOURS, params.get('colour'), 'done.median') };
}

export type Filters = ReturnType<typeof useFilters>;
