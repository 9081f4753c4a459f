import { choose } from '../choose.js';
import { decidesAlike, reachable, type Flow, type NetNode } from '../net.js';
import type { Passage } from '../past.js';
import type { Scope, Token } from '../scope.js';
import type { Moves } from './moves.js';

/** Where a case parts and joins again. */
export function gateway(moves: Moves, scope: Scope, token: Token, node: NetNode, by: string): void {
  if (node.type === 'EventBasedGateway') return firstEvent(moves, scope, token, node);
  if (node.incoming.length > 1 && node.type !== 'ExclusiveGateway') {
    const waiting = scope.waiting.get(node.id) ?? [];
    waiting.push({ token, flow: by });
    scope.waiting.set(node.id, waiting);
    const came = new Set(waiting.map(({ flow }) => flow));
    if (node.type === 'ParallelGateway' && node.incoming.every((flow) => came.has(flow))) join(moves, scope, node, node.incoming);
    return undefined;
  }
  const passage = scope.instance.book.take(node.id);
  return moves.leave(scope, token, node, moves.agenda.now, passage);
}

/** One token goes on for those that came, one on each of the flows. */
function join(moves: Moves, scope: Scope, node: NetNode, flows: readonly string[]): void {
  const waiting = scope.waiting.get(node.id) ?? [];
  const joined = flows.flatMap((flow) => waiting.find((one) => one.flow === flow) ?? []);
  scope.waiting.set(node.id, waiting.filter((one) => !joined.includes(one)));
  joined.forEach(() => scope.instance.book.take(node.id));
  const [first, ...others] = joined;
  for (const { token } of others) scope.tokens.delete(token);
  if (first) moves.leave(scope, first.token, node, moves.agenda.now);
}

/** An inclusive branching goes on as soon as nobody can come to it any more. */
export function joinInclusive(moves: Moves, scopes: readonly Scope[]): void {
  for (const scope of scopes) {
    if (scope.waiting.size === 0 || scope.life.gone) continue;
    for (const [id, waiting] of scope.waiting) {
      const node = scope.inside.nodes.get(id);
      if (node?.type !== 'InclusiveGateway' || waiting.length === 0) continue;
      const here = new Set(waiting.map(({ token }) => token));
      const coming = [...scope.tokens].some((token) => !here.has(token) && (token.node.id === id || reachable(scope.inside, token.node.id).has(id)));
      if (!coming) join(moves, scope, node, [...new Set(waiting.map(({ flow }) => flow))]);
    }
  }
}

function firstEvent(moves: Moves, scope: Scope, token: Token, node: NetNode): void {
  const { book } = scope.instance;
  book.take(node.id);
  const targets = node.outgoing.flatMap((flow) => scope.inside.nodes.get(flow.to) ?? []);
  const came = book.next(targets.map(({ id }) => id), moves.agenda.now);
  const target = targets.find(({ id }) => id === came?.elementId) ?? targets.find(({ event }) => event === 'Timer');
  const flow = node.outgoing.find(({ to }) => to === target?.id);
  if (target && flow) moves.follow(scope, token, flow, came?.startedAt ?? moves.agenda.now);
  else moves.trail.stay(scope, token, node, 'never-came');
}

export function leave(moves: Moves, scope: Scope, token: Token, node: NetNode, at: string, passage?: Passage): void {
  const choice = choose(node, (name) => scope.read(name));
  if ('failed' in choice) return moves.trail.stay(scope, token, node, choice.failed, choice.detail, choice.value);
  const then = scope.instance.before?.nodes.get(node.id);
  const went = then && passage ? wentThen(then, scope, passage) : undefined;
  let flows: readonly Flow[];
  if ('flows' in choice) flows = choice.flows;
  else {
    const same = then && went !== undefined && node.type === 'ExclusiveGateway' && decidesAlike(node, then) ? node.outgoing.find(({ to }) => to === went) : undefined;
    if (!same) return moves.trail.stay(scope, token, node, 'value-unknown', choice.unknown);
    flows = [same];
  }
  const [only] = flows;
  const knew = new Set(then?.outgoing.map(({ to }) => to));
  if (only && node.type === 'ExclusiveGateway' && went !== undefined && only.to !== went && knew.has(only.to)) moves.trail.differ('other-flow', scope, node, only.id, went);
  if (!only) return moves.vanish(scope, token);
  for (const flow of flows.slice(1)) moves.follow(scope, moves.token(scope, node), flow, at);
  return moves.follow(scope, token, only, at);
}

/** Where the case went on from a branching, by what came next in fact. */
const wentThen = (then: NetNode, { instance }: Scope, { startedAt }: Passage): string | undefined => instance.book.next(then.outgoing.map(({ to }) => to), startedAt)?.elementId;
