import { useT } from '../../shared/i18n/index.js';
import { ProblemNote } from '../../shared/ui/index.js';
import { abilityWords } from './abilityWords.js';
import { useWrite } from './calls.js';

/** Begins to see as somebody; the whole app is loaded anew as theirs. */
export function SeeAs({ userId }: { userId: string }) {
  const t = useT(abilityWords);
  const begin = useWrite();
  return (
    <div className="mt-3">
      <ProblemNote error={begin.error} />
      <button type="button" className="btn" disabled={begin.isPending} onClick={() => begin.mutate({ path: '/session/view', method: 'POST', body: { userId } }, { onSuccess: () => window.location.assign('/admin/tasks') })}>{t.see}</button>
      <p className="small text-secondary mt-1 mb-0">{t.seeHint}</p>
    </div>
  );
}
