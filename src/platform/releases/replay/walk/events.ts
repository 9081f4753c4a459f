import type { NetNode } from '../net.js';
import type { Passage } from '../past.js';
import { Scope, type Token } from '../scope.js';
import type { Moves } from './moves.js';

/** What comes, is sent, or ends. */
export function event(moves: Moves, scope: Scope, token: Token, node: NetNode): void {
  const passage = scope.instance.book.take(node.id);
  if (node.type === 'EndEvent') return end(moves, scope, token, node, passage);
  if (node.type === 'IntermediateThrowEvent') {
    if (!passage && node.event !== null) moves.trail.differ('added', scope, node);
    return moves.leave(scope, token, node, moves.agenda.now);
  }
  if (passage && (passage.canceled || passage.endedAt === null)) return moves.trail.cutOff(token, passage.startedAt);
  if (passage?.endedAt) return moves.agenda.add(passage.endedAt, scope.steps, () => moves.leave(scope, token, node, moves.agenda.now));
  // Time passes by itself; a message that nobody sent does not come.
  if (node.event !== 'Timer') return moves.trail.stay(scope, token, node, 'never-came');
  moves.trail.differ('added', scope, node);
  return moves.leave(scope, token, node, moves.agenda.now);
}

function end(moves: Moves, scope: Scope, token: Token, node: NetNode, passage: Passage | undefined): void {
  if (!passage) moves.trail.differ('added', scope, node);
  if (node.event === 'Terminate') scope.cut();
  if (node.event === 'Error' && raise(moves, scope, node.errorCode)) return undefined;
  return moves.vanish(scope, token);
}

/** An error goes outwards until an event on the frame takes it. */
function raise(moves: Moves, scope: Scope, code: string | null): boolean {
  for (let frame = scope; frame.owner; frame = frame.owner.scope) {
    const { owner } = frame;
    const outside = owner.scope;
    const taker = owner.node.attached.find((one) => one.event === 'Error' && (one.errorCode === null || one.errorCode === code));
    if (!taker) continue;
    owner.life.end();
    moves.trail.passed(outside, taker.id);
    owner.token.node = taker;
    moves.leave(outside, owner.token, taker, moves.agenda.now);
    return true;
  }
  return false;
}

/** Groups of steps that an event began, where it came. */
export function expect(moves: Moves, scope: Scope, node: NetNode): void {
  const begin = [...(node.inner?.nodes.values() ?? [])].find(({ type }) => type === 'StartEvent');
  if (!begin || !scope.window) return;
  for (const passage of scope.instance.book.takeWithin(begin.id, scope.window)) {
    moves.agenda.add(passage.startedAt, scope.life, () => {
      // With its last step the frame has ended, and waits for nothing.
      if (scope.tokens.size === 0) return;
      if (begin.interrupts) scope.cut();
      moves.trail.passed(scope, node.id);
      const token = moves.token(scope, node);
      const window = { startedAt: passage.startedAt, endedAt: scope.window?.endedAt ?? null };
      const frame = new Scope({ instance: scope.instance, inside: node.inner as NonNullable<NetNode['inner']>, holder: scope, owner: { scope, node, token, life: scope.steps }, life: scope.steps, values: new Map(), window, onEnd: () => moves.vanish(scope, token) });
      moves.opened(frame);
      moves.trail.passed(frame, begin.id);
      moves.leave(frame, moves.token(frame, begin), begin, passage.startedAt);
    });
  }
}
