import type { TaskRow } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { useClaim } from './calls.js';
import { words } from './words.js';

const CALLS = { claim: 'claim', takeOver: 'claim', release: 'release' } as const;

/** Takes a task of one's role or from whom one stands in for, or gives it back. */
export function ClaimButton({ task, action, primary = false }: { task: Pick<TaskRow, 'id' | 'name'>; action: keyof typeof CALLS; primary?: boolean }) {
  const t = useT(words);
  const claim = useClaim(task.id);
  return (
    <>
      <button type="button" className={primary ? 'btn btn-primary' : 'btn btn-sm'} disabled={claim.isPending} aria-label={primary ? undefined : `${t[action]}: ${task.name}`} onClick={() => claim.mutate(CALLS[action])}>
        {t[action]}
      </button>
      {claim.isError ? <div className="mt-2"><ProblemNote error={claim.error} /></div> : null}
    </>
  );
}
