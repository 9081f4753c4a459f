import { useState } from 'react';
import { Link } from 'react-router';
import type { DraftRow } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, Page, ProblemNote } from '../../shared/ui/index.js';
import { rehearsalWords, TryDialog } from '../rehearsal/index.js';
import { BringBack } from './BringBack.js';
import { KINDS, useCheck, useDrafts, type Kind } from './calls.js';
import { FindingList } from './FindingList.js';
import { NewFormDialog } from './NewFormDialog.js';
import { PlannedNote } from './PlannedNote.js';
import { PublishDialog } from './PublishDialog.js';
import { Versions } from './Versions.js';
import { words } from './words.js';

const OF: Record<Kind, DraftRow['kind']> = { diagrams: 'diagram', forms: 'form', letters: 'letter' };

function DraftCard({ kind, drafts, onNew }: { kind: Kind; drafts: DraftRow[]; onNew?: () => void }) {
  const t = useT(words);
  const lang = useLanguage();
  const format = useFormat();
  return (
    <section className="card mb-3" aria-label={t[kind]}>
      <div className="card-header"><h2 className="card-title me-auto">{t[kind]}</h2>{onNew ? <button type="button" className="btn btn-sm" onClick={onNew}>{t.newForm}</button> : null}</div>
      <ul className="list-group list-group-flush">
        {drafts.map((draft) => (
          <li key={draft.key} className={`list-group-item d-flex gap-2 align-items-center py-2 ${draft.removed ? 'flex-wrap' : ''}`}>
            <span className="me-auto min-w-0">
              <strong className="text-break">{draft.title[lang]}</strong>
              <span className="d-block small text-secondary"><code className="me-2">{draft.key}</code>{draft.changed && draft.updatedByName ? t.changedBy(draft.updatedByName, format.dateTime(draft.updatedAt)) : t.unchanged}</span>
            </span>
            {draft.changed ? <span className={`badge tertib-badge flex-shrink-0 ${draft.removed ? 'bg-danger-lt' : 'bg-orange-lt'}`}>{draft.removed ? t.removed : t.changed}</span> : null}
            {draft.removed ? <BringBack kind={kind} draft={draft} /> : <Link className="btn btn-sm" to={`/procedures/${kind}/${draft.key}`} aria-label={`${t.edit} ${draft.key}`}>{t.edit}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ProceduresPage() {
  const t = useT(words);
  const r = useT(rehearsalWords);
  const drafts = useDrafts();
  const check = useCheck();
  const [open, setOpen] = useState<'publish' | 'form' | 'try'>();
  return (
    <Page
      title={t.title}
      actions={<><button type="button" className="btn" disabled={check.isPending} onClick={() => check.mutate()}>{t.check}</button><button type="button" className="btn" onClick={() => setOpen('try')}>{r.tryIt}</button><button type="button" className="btn btn-primary" onClick={() => setOpen('publish')}>{t.publish}</button></>}
    >
      <p className="text-secondary narrow">{t.lead}</p>
      <PlannedNote onAgain={() => setOpen('publish')} />
      <ProblemNote error={check.error} />
      {check.data ? <div className="mb-3"><FindingList findings={check.data.findings} /></div> : null}
      <div className="row g-3">
        <div className="col-12 col-lg-7">
          <Async query={drafts}>
            {(rows) => (
              <>
                {KINDS.map((kind) => <DraftCard key={kind} kind={kind} drafts={rows.filter((row) => row.kind === OF[kind])} {...(kind === 'forms' ? { onNew: () => setOpen('form') } : {})} />)}
              </>
            )}
          </Async>
        </div>
        <div className="col-12 col-lg-5"><Versions /></div>
      </div>
      {open === 'publish' ? <PublishDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'try' ? <TryDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'form' ? <NewFormDialog onClose={() => setOpen(undefined)} /> : null}
    </Page>
  );
}
