import type { Agenda } from '../agenda.js';
import type { Value } from '../kept-values.js';
import type { ReplayModel } from '../model.js';
import type { Flow, Net, NetNode } from '../net.js';
import type { Passage, PastCase, PastInstance } from '../past.js';
import type { Life, Scope, Token } from '../scope.js';
import type { Trail } from './trail.js';

/** One process instance, from its start. */
export interface Beginning {
  readonly net: Net;
  readonly instance: PastInstance;
  readonly values: Map<string, Value>;
  readonly owner: Scope['owner'];
  readonly life: Life | null;
  readonly onEnd: (scope: Scope) => void;
}

/** How a case moves on paper. Each kind of step is in a file of its own, asks for this, and knows no other kind. */
export interface Moves {
  readonly past: PastCase;
  readonly draft: ReplayModel;
  /** The version that the case went by. */
  readonly then: ReplayModel;
  readonly agenda: Agenda;
  readonly trail: Trail;
  begin(beginning: Beginning): void;
  enter(scope: Scope, at: string): void;
  /** A container that is entered elsewhere than at its start. */
  opened(scope: Scope): void;
  token(scope: Scope, node: NetNode): Token;
  leave(scope: Scope, token: Token, node: NetNode, at: string, passage?: Passage): void;
  follow(scope: Scope, token: Token, flow: Flow, at: string): void;
  vanish(scope: Scope, token: Token): void;
}
