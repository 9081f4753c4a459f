import { CannotCompare, decide, UNKNOWN } from '../diagram/decide.js';
import type { Value } from './kept-values.js';
import type { Flow, NetNode } from './net.js';

/** The flows that a case takes out of an element; or why nobody can say, or why it goes no further. */
export type Choice =
  | { readonly flows: readonly Flow[] }
  | { readonly unknown: string }
  | { readonly failed: 'no-flow' | 'cannot-compare'; readonly detail: string; readonly value: string };

/** As the engine chooses: an exclusive branching takes the first flow that fits, everything else all of them. */
export function choose(node: NetNode, read: (name: string) => Value): Choice {
  const { type, outgoing, defaultFlow } = node;
  if (type === 'ParallelGateway' || outgoing.length === 0) return { flows: outgoing };
  const taken: Flow[] = [];
  const asked = new Asked(read);
  try {
    for (const flow of outgoing) {
      if (flow.id === defaultFlow) continue;
      const fits = flow.condition === null ? true : decide(flow.condition, asked.read);
      if (fits === null) return { unknown: asked.unknown };
      if (fits) taken.push(flow);
      if (fits && type === 'ExclusiveGateway') break;
    }
  } catch (error) {
    if (!(error instanceof CannotCompare)) throw error;
    return { failed: 'cannot-compare', detail: error.variable, value: String(error.value) };
  }
  if (taken.length > 0) return { flows: taken };
  const otherwise = outgoing.find(({ id }) => id === defaultFlow);
  return otherwise ? { flows: [otherwise] } : { failed: 'no-flow', detail: '', value: '' };
}

/** Reads, and remembers which value was not there. */
class Asked {
  unknown = '';

  constructor(private readonly values: (name: string) => Value) {}

  readonly read = (name: string): Value => {
    const value = this.values(name);
    if (value === UNKNOWN) this.unknown ||= name;
    return value;
  };
}
