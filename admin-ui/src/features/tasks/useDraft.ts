import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, request, type FormComponent, type FormValues, type SavedDraft, type TaskDetail } from '../../api/index.js';
import { resumed } from '../../shared/formio/index.js';
import { useUser } from '../session/index.js';
import { localDraft } from './draftStore.js';

/** `typed`: about to be sent; `unsaved`: the server could not be reached, and is tried again. `refused`: the task is over, or another's by now, or the server does not take it as it is; nothing is tried again before more is typed, and what is typed stays in this browser. */
export type DraftState = 'clean' | 'typed' | 'saving' | 'saved' | 'unsaved' | 'conflict' | 'refused';

/** Whoever has to sign in again, or to wait, may send the same once more. */
const isFinal = (error: unknown): error is Problem => error instanceof Problem && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);

const PAUSE_MS = 800;
const RETRY_MS = 4000;

/**
 * Saves what is typed a moment after the last key: first in this browser, then on the server, again and again until
 * the server has it. `force` is for a person who chose his own over what somebody else had saved.
 */
export function useDraft(task: TaskDetail) {
  const { id: userId } = useUser();
  const unsent = useRef(localDraft.read(userId, task.id));
  const [state, setState] = useState<DraftState>(unsent.current ? 'typed' : task.draftSavedAt ? 'saved' : 'clean');
  const [savedAt, setSavedAt] = useState(task.draftSavedAt);
  const [refusal, setRefusal] = useState('');
  const [kept, setKept] = useState(true);
  const version = useRef(unsent.current?.version ?? task.draftVersion);
  const pending = useRef<FormValues | undefined>(unsent.current?.data);
  const timer = useRef<number | undefined>(undefined);
  const busy = useRef<Promise<void> | undefined>(undefined);
  const closed = useRef(false);
  const shown = useRef(true);

  const flush = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    if (busy.current) await busy.current;
    const data = pending.current;
    if (!data || closed.current) return;
    const again = (after: number) => {
      // Off the page nothing is tried again: this browser keeps it, and the next visit sends it.
      if (shown.current && !closed.current) timer.current = window.setTimeout(() => void flush(), after);
    };
    const send = async () => {
      setState('saving');
      try {
        const answer = await request<SavedDraft>(`/tasks/${task.id}/draft`, { method: 'PUT', body: { data, version: version.current } });
        version.current = answer.version;
        setSavedAt(answer.savedAt);
        if (pending.current === data) {
          pending.current = undefined;
          localDraft.clear(userId, task.id);
          setState('saved');
        } else {
          if (pending.current) setKept(localDraft.write(userId, task.id, { data: pending.current, version: answer.version }));
          again(PAUSE_MS);
        }
      } catch (error) {
        if (!isFinal(error)) {
          setState('unsaved');
          again(RETRY_MS);
          return;
        }
        setRefusal(error.message);
        setState(error.code === 'draft-changed' ? 'conflict' : 'refused');
      }
    };
    busy.current = send();
    await busy.current;
    busy.current = undefined;
  }, [task.id, userId]);

  const change = useCallback((data: FormValues) => {
    pending.current = data;
    setKept(localDraft.write(userId, task.id, { data, version: version.current }));
    setState((now) => (now === 'conflict' || now === 'refused' || now === 'unsaved' ? now : 'typed'));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
  }, [flush, task.id, userId]);

  useEffect(() => {
    closed.current = false;
    shown.current = true;
    const online = () => void flush();
    window.addEventListener('online', online);
    if (pending.current) void flush();
    return () => {
      window.removeEventListener('online', online);
      shown.current = false;
      void flush();
    };
  }, [flush]);

  useEffect(() => {
    if (kept) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      if (pending.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [kept]);

  /** After the task is done there is nothing left to keep. */
  const close = useCallback(() => {
    closed.current = true;
    window.clearTimeout(timer.current);
    pending.current = undefined;
    localDraft.clear(userId, task.id);
  }, [task.id, userId]);

  const force = useCallback(async () => {
    const current = await request<TaskDetail>(`/tasks/${task.id}`);
    version.current = current.draftVersion;
    await flush();
  }, [flush, task.id]);

  return { initial: resumed((task.form?.components ?? []) as FormComponent[], task.data, unsent.current?.data), state, savedAt, refusal, kept, change, close, force };
}
