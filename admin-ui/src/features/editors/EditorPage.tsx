import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ComponentType, type LazyExoticComponent } from 'react';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import type { Draft } from '../../api/index.js';
import { useFormat, useLanguage, useT } from '../../shared/i18n/index.js';
import { Async, LeaveGuard, Loading, Page } from '../../shared/ui/index.js';
import { KINDS, useDiscard, useDraft, type Kind } from './calls.js';
import { ConflictDialog } from './ConflictDialog.js';
import { DiscardDialog } from './DiscardDialog.js';
import { Refused } from './FindingList.js';
import { LiveFindings } from './LiveFindings.js';
import { useEditing, type Mend } from './useEditing.js';
import { words } from './words.js';

export interface EditorProps {
  /** Key of the draft. */
  name: string;
  content: string;
  /** What stands in the editor, once its writer has paused. */
  text: string | undefined;
  /** Told that something changed; the content is asked for on saving. `mended`: it was a repair, which can still be taken back. */
  onDirty: (mended?: boolean) => void;
  onReady: (read: () => Promise<string>, mend?: Mend) => void;
  /** The element or component to show. */
  at: string | undefined;
  /** Another for each time that somebody is led here. */
  visit: string;
}

type Surface = ComponentType<EditorProps>;

const LOAD: Record<Kind, () => Promise<{ default: Surface }>> = {
  diagrams: () => import('./diagram/DiagramEditor.js'),
  forms: () => import('./form/FormEditor.js'),
  letters: () => import('./letter/LetterEditor.js'),
};
const EDITORS: Record<Kind, LazyExoticComponent<Surface>> = { diagrams: lazy(LOAD.diagrams), forms: lazy(LOAD.forms), letters: lazy(LOAD.letters) };

function Editor({ kind, draft, at }: { kind: Kind; draft: Draft; at: string | undefined }) {
  const t = useT(words);
  const lang = useLanguage();
  const format = useFormat();
  const client = useQueryClient();
  const work = useEditing(kind, draft);
  const { key: visit } = useLocation();
  const discard = useDiscard(kind, draft.key);
  const [discarding, setDiscarding] = useState(false);
  const { changed, conflict, dirty } = work;
  const Surface = EDITORS[kind];

  const reload = () => {
    work.forget();
    void client.resetQueries({ queryKey: ['draft', kind, draft.key] });
  };
  const dropUnsaved = () => {
    setDiscarding(false);
    reload();
  };
  const dropAll = () => {
    if (!changed) return dropUnsaved();
    setDiscarding(false);
    // Before the answer: with it the draft is loaded anew, and would find the copy.
    work.forget();
    discard.mutate(work.etag.current);
  };

  return (
    <>
      <div className="d-flex flex-wrap gap-2 align-items-center mb-2">
        <span className="text-secondary me-auto" role="status">{dirty ? t.unsaved : ''}</span>
        {changed || dirty ? <button type="button" className="btn" disabled={discard.isPending} onClick={() => setDiscarding(true)}>{t.discard}</button> : null}
        <button type="button" className="btn btn-primary" disabled={work.saving || !work.ready} onClick={() => void work.saveNow()}>{t.saveDraft}</button>
      </div>
      {work.restored ? <div className="alert alert-info text-body" role="status">{t.restored(format.dateTime(new Date(work.restored).toISOString()))}</div> : null}
      {conflict ? null : <Refused error={work.error ?? discard.error} />}
      <Suspense fallback={<Loading lines={8} />}>
        <Surface key={lang} name={draft.key} content={work.content} text={work.text} at={at} visit={visit} onDirty={work.onDirty} onReady={work.onReady} />
      </Suspense>
      {/* Below: a list that grows above would move the drawing away under somebody's mouse. */}
      <LiveFindings kind={kind} draft={draft} work={work} />
      <LeaveGuard when={dirty} onSave={work.saveNow} onLeave={work.forget} />
      {discarding ? <DiscardDialog lead={changed ? t.discardSaved : t.discardUnsaved} onDiscard={dropAll} onUnsaved={changed && dirty ? dropUnsaved : undefined} onClose={() => setDiscarding(false)} /> : null}
      {conflict ? <ConflictDialog kind={kind} {...conflict} onClose={work.closeConflict} onMine={work.keepMine} onTheirs={reload} /> : null}
    </>
  );
}

export function EditorPage() {
  const { kind: given, key = '' } = useParams();
  const t = useT(words);
  const [params] = useSearchParams();
  const kind = KINDS.find((one) => one === given) ?? 'forms';
  const lang = useLanguage();
  const query = useDraft(kind, key);
  // Beside the draft, not after it: the surface is the largest thing that comes.
  useEffect(() => void LOAD[kind]().catch(() => undefined), [kind]);
  return (
    <Page title={`${t[kind]}: ${query.data?.title[lang] ?? key}`} before={<Link to="/procedures">{t.back}</Link>}>
      <Async query={query} lines={8}>{(draft) => <Editor key={`${kind}/${key}`} kind={kind} draft={draft} at={params.get('at') ?? undefined} />}</Async>
    </Page>
  );
}
