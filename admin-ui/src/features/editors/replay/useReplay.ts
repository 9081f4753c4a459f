import { useCallback, useEffect, useRef, useState } from 'react';
import { request, type Replay } from '../../../api/index.js';
import { merged } from './merge.js';

export interface Replaying {
  result: Replay | undefined;
  error: unknown;
  state: 'running' | 'done' | 'stopped' | 'failed';
  begin: () => void;
  stop: () => void;
}

/** Asks for one part after the other: the server answers others in between, and whoever leaves or stops asks no more. */
export function useReplay(): Replaying {
  const [result, setResult] = useState<Replay>();
  const [error, setError] = useState<unknown>();
  const [state, setState] = useState<Replaying['state']>('running');
  const asking = useRef<AbortController>(undefined);

  const begin = useCallback(() => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    setResult(undefined);
    setError(undefined);
    setState('running');
    const ask = async () => {
      let all: Replay | undefined;
      do {
        const part: Replay = await request<Replay>('/drafts/replay', { method: 'POST', body: { next: all?.next ?? null }, signal: mine.signal });
        if (mine.signal.aborted) return;
        all = merged(all, part);
        setResult(all);
      } while (all.next);
      setState('done');
    };
    ask().catch((reason: unknown) => {
      if (mine.signal.aborted) return;
      setError(reason);
      setState('failed');
    });
  }, []);

  const stop = useCallback(() => {
    asking.current?.abort();
    setState('stopped');
  }, []);

  useEffect(() => {
    begin();
    return () => asking.current?.abort();
  }, [begin]);
  return { result, error, state, begin, stop };
}
