import type { Agenda } from '../agenda.js';
import type { Code, Difference } from '../difference.js';
import type { NetNode } from '../net.js';
import type { Scope, Token } from '../scope.js';

/** What is noticed on the way. */
export class Trail {
  readonly differences: Difference[] = [];
  /** Elements and flows that the case comes through, by diagram. */
  readonly way = new Map<string, Set<string>>();

  constructor(private readonly agenda: Agenda) {}

  passed({ instance }: Scope, id: string): void {
    const { key } = instance.net;
    const set = this.way.get(key) ?? new Set();
    this.way.set(key, set.add(id));
  }

  note(code: Code, processKey: string, elementId: string, { detail = '', instead = '', at }: { detail?: string; instead?: string; at: string }): void {
    this.differences.push({ code, processKey, elementId, detail, instead, at });
  }

  differ(code: Code, { instance }: Scope, { id }: NetNode, detail = '', instead = ''): void {
    this.note(code, instance.net.key, id, { detail, instead, at: this.agenda.now });
  }

  /** The token goes no further, and why. */
  stay(scope: Scope, token: Token, node: NetNode, code: Code, detail = '', instead = ''): void {
    token.stuck = { since: this.agenda.now, cut: false };
    this.differ(code, scope, node, detail, instead);
  }

  /** What happened at it was ended from outside. */
  cutOff(token: Token, since: string): void {
    token.stuck = { since, cut: true };
  }
}
