import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { fromLocal, officeZone, useFormat, useT } from '../../shared/i18n/index.js';
import { AreaField, Async, Dialog, say } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { keptWords } from '../rehearsal/index.js';
import { useComparison, usePlan, usePublish } from './calls.js';
import { FileList } from './compare/FileList.js';
import { words as replay } from './replay/words.js';
import { Refused } from './FindingList.js';
import { WhenField } from './WhenField.js';
import { words } from './words.js';

/** What would change, before anybody says yes. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const t = useT(words);
  const c = useT(common);
  const format = useFormat();
  const r = useT(replay);
  const k = useT(keptWords);
  const publish = usePublish();
  const plan = usePlan();
  const [note, setNote] = useState('');
  const [when, setWhen] = useState<string>();
  const done = (what: string) => {
    say(what);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (when === undefined) return publish.mutate(note, { onSuccess: ({ version }) => done(t.published(version)) });
    const at = fromLocal(when, officeZone());
    plan.mutate({ note, at }, { onSuccess: () => done(t.planned(format.dateTime(at))) });
  };
  return (
    <Dialog
      title={t.publish}
      wide
      onClose={onClose}
      footer={<><button type="button" className="btn" onClick={onClose}>{c.cancel}</button><button type="submit" form="publish" className="btn btn-primary" disabled={publish.isPending || plan.isPending}>{when === undefined ? t.publish : t.plan}</button></>}
    >
      <form id="publish" onSubmit={submit}>
        <p>{t.publishLead}</p>
        <Refused error={when === undefined ? publish.error : plan.error} />
        <AreaField label={t.note} required value={note} onChange={(e) => setNote(e.target.value)} />
        <WhenField value={when} onChange={setWhen} />
        <h3 className="h4 d-flex flex-wrap gap-2 align-items-center"><span className="me-auto">{t.willChange}</span><Link className="btn btn-sm" to="/procedures/compare?from=newest&to=drafts">{t.compare}</Link><Link className="btn btn-sm" to="/procedures/replay">{r.link}</Link><Link className="btn btn-sm" to="/procedures/tests">{k.title}</Link></h3>
        <Async query={useComparison('newest', 'drafts')}>{({ files }) => <FileList files={files} before={t.live} after={t.drafts} brief />}</Async>
      </form>
    </Dialog>
  );
}
