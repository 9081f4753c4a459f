import { useState, type FormEvent } from 'react';
import { useT } from '../../../shared/i18n/index.js';
import { Dialog, ProblemNote, say, TextField } from '../../../shared/ui/index.js';
import { common } from '../../../shared/words.js';
import { useKeep } from './calls.js';
import { words } from './words.js';

/** Keeps what was done in this rehearsal, to be done again before each publication. */
export function KeepDialog({ rehearsal, onClose }: { rehearsal: string; onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const keep = useKeep(rehearsal);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(name, {
      onSuccess: () => {
        say(t.keepDone(name));
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={t.keep}
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="keep" className="btn btn-primary" disabled={keep.isPending}>{c.save}</button></>}
    >
      <form id="keep" onSubmit={submit}>
        <p>{t.keepLead}</p>
        <ProblemNote error={keep.error} />
        <TextField label={t.keepName} hint={t.keepHint} required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      </form>
    </Dialog>
  );
}
