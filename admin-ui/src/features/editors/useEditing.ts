import { useEffect, useMemo, useRef, useState } from 'react';
import { Problem, type Draft, type Repair } from '../../api/index.js';
import { beforeLanguageChange, useLanguage, useT } from '../../shared/i18n/index.js';
import { say } from '../../shared/ui/index.js';
import { useUser } from '../session/index.js';
import { useSaveDraft, type Kind } from './calls.js';
import { unsavedCopy } from './unsavedCopy.js';
import { words } from './words.js';

interface Conflict {
  mine: string;
  theirs: Draft;
}

type Read = () => Promise<string>;
/** Does a repair as one step, and answers how to take it back; nothing where its place is not there any more. */
export type Mend = (repair: Repair) => (() => void) | undefined;
const SETTLE_MS = 600;

/**
 * One person's work at one draft. Whether it is saved is told by comparing contents, since editors also report changes
 * that change nothing; until it is, a copy stays in this browser, so that neither a new language nor an ended session loses it.
 */
export function useEditing(kind: Kind, draft: Draft) {
  const t = useT(words);
  const lang = useLanguage();
  const { id: userId } = useUser();
  const save = useSaveDraft(kind, draft.key);
  const copy = useMemo(() => unsavedCopy(userId, kind, draft.key), [userId, kind, draft.key]);
  const [found] = useState(() => {
    const kept = copy.read();
    return kept && kept.content !== draft.content ? kept : undefined;
  });
  const etag = useRef(found?.etag ?? draft.etag);
  /** What the editor makes of what is saved: it may write the same in other words. */
  const saved = useRef<string>(undefined);
  const latest = useRef(found?.content ?? draft.content);
  const read = useRef<Read>(undefined);
  const timer = useRef<number>(undefined);
  const [text, setText] = useState<string>();
  const mend = useRef<Mend>(undefined);
  const [undo, setUndo] = useState<{ label: string; run: () => void }>();
  const [dirty, setDirty] = useState(found !== undefined);
  const [ready, setReady] = useState(false);
  const [conflict, setConflict] = useState<Conflict>();
  // A surface is drawn anew in a new language only, from the newest content.
  const content = useMemo(() => latest.current, [lang]);

  const settle = async () => {
    window.clearTimeout(timer.current);
    if (!read.current) return;
    latest.current = await read.current();
    setText(latest.current);
    const same = latest.current === saved.current;
    setDirty(!same);
    if (same) copy.clear();
    else copy.write(latest.current, etag.current);
  };

  const store = async (mine: string, tag: string): Promise<boolean> => {
    latest.current = mine;
    copy.write(mine, etag.current);
    try {
      const answer = await save.mutateAsync({ content: mine, etag: tag });
      etag.current = answer.etag;
      saved.current = mine;
      setConflict(undefined);
      say(t.savedDraft);
      await settle();
      return true;
    } catch (error) {
      const current = error instanceof Problem && error.status === 412 ? (error.body as { current?: Draft }).current : undefined;
      if (current) setConflict({ mine, theirs: current });
      return false;
    }
  };

  useEffect(() => beforeLanguageChange(async () => {
    await settle();
    // What the other surface makes of the saved content is not known before it is drawn.
    setReady(false);
    read.current = undefined;
  }), [copy]);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  return {
    content,
    /** What stands in the editor, once its reader has paused. */
    text,
    dirty,
    ready,
    restored: dirty && found ? found.at : undefined,
    conflict,
    closeConflict: () => setConflict(undefined),
    error: save.error,
    saving: save.isPending,
    changed: (save.data ?? draft).changed,
    etag,
    forget: () => copy.clear(),
    onDirty: (mended = false) => {
      setDirty(true);
      // Whatever comes after a repair would be taken back first.
      if (!mended) setUndo(undefined);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void settle(), SETTLE_MS);
    },
    onReady: (reader: Read, mender?: Mend) => {
      read.current = reader;
      mend.current = mender;
      setReady(true);
      void reader().then((first) => {
        setText(first);
        // Not where unsaved work was brought back: then the saved content was never drawn.
        if (!dirty) saved.current ??= first;
      });
    },
    undo,
    mend: (repair: Repair) => {
      const run = mend.current?.(repair);
      if (run) setUndo({ label: repair.label[lang], run });
      else say(t.notMended);
    },
    saveNow: async (): Promise<boolean> => (read.current ? store(await read.current(), etag.current) : false),
    keepMine: () => conflict && void store(conflict.mine, conflict.theirs.etag),
  };
}
