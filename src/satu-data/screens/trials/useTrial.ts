import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from 'tertib/screens';
import type { Trial } from '../../trials/trials.schemas.js';

/** As long as rules are tried on large tables. */
const POLL_MS = 1000;

/** A trial of rules: begun, asked for until it is done, and stopped. */
export function useTrial<Result>(path: string, body: object) {
  const client = useQueryClient();
  const keyOf = (id: string | undefined) => ['trial', id];
  const begun = useMutation({
    mutationFn: () => request<Trial<Result>>(path, { method: 'POST', body }),
    onSuccess: (trial) => client.setQueryData(keyOf(trial.id), trial),
  });
  const id = begun.data?.id;
  const trial = useQuery({
    queryKey: keyOf(id), queryFn: () => request<Trial<Result>>('/satu-data/trial', { query: { id: id ?? '' } }), enabled: id !== undefined && begun.data?.state === 'running',
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? POLL_MS : false), refetchOnWindowFocus: false,
  });
  const stop = useMutation({
    mutationFn: () => request<Trial<Result>>('/satu-data/trial/stop', { method: 'POST', body: { id } }),
    onSuccess: (stopped) => client.setQueryData(keyOf(stopped.id), stopped),
  });
  const now = id === undefined ? undefined : (trial.data ?? begun.data);
  return {
    begin: () => begun.mutate(), reset: begun.reset, trial: now, stop: () => stop.mutate(), isStopping: stop.isPending,
    isBusy: begun.isPending || now?.state === 'running', error: begun.error ?? trial.error ?? stop.error,
  };
}
