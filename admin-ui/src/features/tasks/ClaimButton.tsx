import type { TaskRow } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { useClaim } from './calls.js';
import { words } from './words.js';

/** Takes a task of one's role, or gives it back. */
export function ClaimButton({ task, primary = false }: { task: Pick<TaskRow, 'id' | 'assigneeId' | 'name'>; primary?: boolean }) {
  const t = useT(words);
  const claim = useClaim(task.id);
  const action = task.assigneeId ? 'release' : 'claim';
  return (
    <>
      <button type="button" className={primary ? 'btn btn-primary' : 'btn btn-sm'} disabled={claim.isPending} aria-label={primary ? undefined : `${t[action]}: ${task.name}`} onClick={() => claim.mutate(action)}>
        {t[action]}
      </button>
      {claim.isError ? <div className="mt-2"><ProblemNote error={claim.error} /></div> : null}
    </>
  );
}
