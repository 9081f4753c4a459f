import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useT } from '../../shared/i18n/index.js';
import { AreaField, Async, Dialog, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useComparison, usePublish } from './calls.js';
import { FileList } from './compare/FileList.js';
import { words as replay } from './replay/words.js';
import { Refused } from './FindingList.js';
import { words } from './words.js';

/** What would change, before anybody says yes. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const r = useT(replay);
  const publish = usePublish();
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish.mutate(note, {
      onSuccess: ({ version }) => {
        say(t.published(version));
        onClose();
      },
    });
  };
  return (
    <Dialog
      title={t.publish}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="publish" className="btn btn-primary" disabled={publish.isPending}>{t.publish}</button></>}
    >
      <form id="publish" onSubmit={submit}>
        <p>{t.publishLead}</p>
        <Refused error={publish.error} />
        <AreaField label={t.note} required value={note} onChange={(e) => setNote(e.target.value)} />
        <h3 className="h4 d-flex flex-wrap gap-2 align-items-center"><span className="me-auto">{t.willChange}</span><Link className="btn btn-sm" to="/procedures/compare?from=newest&to=drafts">{t.compare}</Link><Link className="btn btn-sm" to="/procedures/replay">{r.link}</Link></h3>
        <Async query={useComparison('newest', 'drafts')}>{({ files }) => <FileList files={files} before={t.live} after={t.drafts} brief />}</Async>
      </form>
    </Dialog>
  );
}
