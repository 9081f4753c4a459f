import { useState, type FormEvent } from 'react';
import type { Release } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { AreaField, Async, Dialog, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useComparison, useRestore } from './calls.js';
import { FileList } from './compare/FileList.js';
import { Refused } from './FindingList.js';
import { words } from './words.js';

/** An old version as a new one: what would change back, and why. */
export function RestoreDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const restore = useRestore(release.id);
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    restore.mutate(note, {
      onSuccess: ({ version }) => {
        say(t.published(version));
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={t.restoreVersion(release.version)}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="restore" className="btn btn-primary" disabled={restore.isPending}>{t.restore}</button></>}
    >
      <form id="restore" onSubmit={submit}>
        <p>{t.restoreLead(release.version)}</p>
        <Refused error={restore.error} />
        <AreaField label={t.reason} required value={note} onChange={(e) => setNote(e.target.value)} />
        <h3 className="h4">{t.willChange}</h3>
        <Async query={useComparison('newest', release.id)}>{({ files }) => <FileList files={files} before={t.live} after={t.version(release.version)} brief />}</Async>
      </form>
    </Dialog>
  );
}
