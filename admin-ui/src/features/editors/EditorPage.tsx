import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState, type ComponentType, type LazyExoticComponent } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Problem } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, Loading, Page, say } from '../../shared/ui/index.js';
import { KINDS, useDiscard, useDraft, useSaveDraft, type Draft, type Kind } from './calls.js';
import { ConflictDialog } from './ConflictDialog.js';
import { Refused } from './FindingList.js';
import { words } from './words.js';

export interface EditorProps {
  content: string;
  /** Told that something changed; the content is asked for on saving. */
  onDirty: () => void;
  onReady: (read: () => Promise<string>) => void;
  /** The element or component to show first. */
  at: string | undefined;
}

const EDITORS: Record<Kind, LazyExoticComponent<ComponentType<EditorProps>>> = {
  diagrams: lazy(() => import('./diagram/DiagramEditor.js')),
  forms: lazy(() => import('./form/FormEditor.js')),
  letters: lazy(() => import('./LetterEditor.js')),
};

interface Conflict {
  mine: string;
  theirs: Draft;
}

function Editor({ kind, draft, at }: { kind: Kind; draft: Draft; at: string | undefined }) {
  const t = useT(words);
  const client = useQueryClient();
  const save = useSaveDraft(kind, draft.key);
  const discard = useDiscard(kind, draft.key);
  const read = useRef<() => Promise<string>>(undefined);
  const etag = useRef(draft.etag);
  const [dirty, setDirty] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  const Surface = EDITORS[kind];
  const { changed } = save.data ?? draft;

  const store = (content: string, tag: string) => {
    save.mutate({ content, etag: tag }, {
      onSuccess: (saved) => {
        etag.current = saved.etag;
        setDirty(false);
        setConflict(undefined);
        say(t.savedDraft);
      },
      onError: (error) => {
        const current = error instanceof Problem && error.status === 412 ? (error.body as { current?: Draft }).current : undefined;
        if (current) setConflict({ mine: content, theirs: current });
      },
    });
  };
  const reload = () => void client.resetQueries({ queryKey: ['draft', kind, draft.key] });

  return (
    <>
      <div className="d-flex flex-wrap gap-2 align-items-center mb-2">
        <span className="text-secondary me-auto" role="status">{dirty ? t.unsaved : ''}</span>
        {changed || dirty ? <button type="button" className="btn" disabled={discard.isPending} onClick={() => (changed ? discard.mutate(etag.current) : reload())}>{t.discard}</button> : null}
        <button type="button" className="btn btn-primary" disabled={save.isPending} onClick={() => void read.current?.().then((content) => store(content, etag.current))}>{t.saveDraft}</button>
      </div>
      {conflict ? null : <Refused error={save.error ?? discard.error} />}
      <Suspense fallback={<Loading lines={8} />}>
        <Surface content={draft.content} at={at} onDirty={() => setDirty(true)} onReady={(reader) => { read.current = reader; }} />
      </Suspense>
      {conflict ? <ConflictDialog {...conflict} onClose={() => setConflict(undefined)} onMine={() => store(conflict.mine, conflict.theirs.etag)} onTheirs={reload} /> : null}
    </>
  );
}

export function EditorPage() {
  const { kind: given, key = '' } = useParams();
  const t = useT(words);
  const [params] = useSearchParams();
  const kind = KINDS.find((one) => one === given) ?? 'forms';
  const query = useDraft(kind, key);
  return (
    <Page title={`${t[kind]}: ${key}`} before={<Link to="/procedures">{t.back}</Link>}>
      <Async query={query} lines={8}>{(draft) => <Editor key={`${kind}/${key}/${query.dataUpdatedAt}`} kind={kind} draft={draft} at={params.get('at') ?? undefined} />}</Async>
    </Page>
  );
}
