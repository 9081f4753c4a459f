import { useT } from '../../../shared/i18n/index.js';
import { Dialog, ProblemNote, say } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { useRemove } from './calls.js';
import { words } from './words.js';

export function RemoveDialog({ test: { id, name }, onClose }: { test: { id: string; name: string }; onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const remove = useRemove();
  const done = () => {
    say(t.removed);
    onClose();
  };
  return (
    <Dialog
      title={t.remove(name)}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="button" className="btn btn-danger" disabled={remove.isPending} onClick={() => remove.mutate(id, { onSuccess: done })}>{c.remove}</button></>}
    >
      <ProblemNote error={remove.error} />
      <p className="mb-0">{t.removeLead(name)}</p>
    </Dialog>
  );
}
