import { useMemo } from 'react';
import { useT } from 'tertib/screens';
import type { ListView } from '../../data-list/data-list.schemas.js';
import { STATES } from '../StateChip.js';
import { words } from '../words.js';
import { STATE_KEY, type Field } from './cells.js';
import { listWords } from './list-words.js';

/** The columns of the sheet: the official ones, and once requests have been sent the state of each data set before them. */
export function useColumns({ fields, state }: ListView): { columns: readonly Field[]; stateNames: (state: string) => string } {
  const t = useT(listWords);
  const names: Readonly<Record<string, unknown>> = useT(words);
  return useMemo(() => {
    const stateNames = (one: string) => (typeof names[one] === 'string' ? names[one] : one);
    const alike = (text: string) => ({ id: text, en: text });
    const options = STATES.map((value) => ({ value, label: alike(stateNames(value)) }));
    const column: Field = { key: STATE_KEY, label: alike(t.state), kind: 'choice', stage: 'published', required: false, max: 64, options };
    return { columns: state === 'sent' ? [column, ...fields] : fields, stateNames };
  }, [fields, state, t, names]);
}
