import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { IncidentGroup } from '../../../api/index.js';
import { repair, type Repair } from './calls.js';

type One = IncidentGroup['incidents'][number];
export interface Failure {
  incident: One;
  error: unknown;
}
export interface Run {
  state: 'ready' | 'running' | 'stopped' | 'finished';
  done: number;
  failures: Failure[];
}

const READY: Run = { state: 'ready', done: 0, failures: [] };

/** One after the other, so that what they need in common is not overrun, and so that a wrong entry shows at the first. */
export function useRepairs(incidents: One[]) {
  const client = useQueryClient();
  const [run, setRun] = useState(READY);
  const going = useRef(false);
  useEffect(() => () => void (going.current = false), []);
  const begin = async (body: Repair) => {
    going.current = true;
    const next: Run = { state: 'running', done: 0, failures: [] };
    for (const incident of incidents) {
      if (!going.current) break;
      setRun({ ...next });
      try {
        await repair(incident.id, body);
        next.done += 1;
      } catch (error) {
        next.failures = [...next.failures, { incident, error }];
        // What the step would refuse of the first, it would refuse of all.
        if (Object.keys(body.values).length > 0 && next.done === 0) break;
      }
    }
    setRun({ ...next, state: going.current ? 'finished' : 'stopped' });
    going.current = false;
    await Promise.all(['incidents', 'case', 'cases', 'operate'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  return { run, begin, stop: () => void (going.current = false) };
}
