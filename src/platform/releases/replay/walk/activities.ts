import { UNKNOWN } from '../../diagram/decide.js';
import { KeptValues, type Value } from '../kept-values.js';
import type { NetNode } from '../net.js';
import { NOTHING_PAST, type Passage } from '../past.js';
import { Life, mapped, Scope, type Token } from '../scope.js';
import { answered, automatic, localsOf } from './given.js';
import type { Moves } from './moves.js';

type Window = Pick<Passage, 'startedAt' | 'endedAt'>;

/** Work of people and of programs, and what is around it. */
export function activity(moves: Moves, scope: Scope, token: Token, node: NetNode): void {
  const { book } = scope.instance;
  const body = node.multiple ? book.take(`${node.id}#multiInstanceBody`) : undefined;
  const passages = body ? book.takeWithin(node.id, body) : [book.take(node.id)];
  const window = body ?? passages[0];
  const life = new Life(scope.steps);
  if (window) boundaries(moves, scope, token, node, window, life);
  if (body && passages.length === 0) return moves.agenda.add(body.endedAt ?? body.startedAt, life, () => moves.leave(scope, token, node, moves.agenda.now));
  let open = passages.length;
  const done = (): void => {
    open -= 1;
    if (open > 0 || life.gone) return;
    life.end();
    moves.leave(scope, token, node, moves.agenda.now);
  };
  for (const passage of passages) once(moves, scope, token, node, passage, life, done);
  return undefined;
}

/** Deadlines and errors at an activity, where they came. */
function boundaries(moves: Moves, scope: Scope, token: Token, node: NetNode, window: Window, life: Life): void {
  for (const event of node.attached) {
    for (const passage of scope.instance.book.takeWithin(event.id, window)) {
      moves.agenda.add(passage.startedAt, life, () => {
        moves.trail.passed(scope, event.id);
        if (event.interrupts) life.end();
        const next = event.interrupts ? token : moves.token(scope, event);
        next.node = event;
        moves.leave(scope, next, event, moves.agenda.now);
      });
    }
  }
}

function once(moves: Moves, scope: Scope, token: Token, node: NetNode, passage: Passage | undefined, life: Life, done: () => void): void {
  if (node.type === 'SubProcess' && node.inner) return moves.enter(new Scope({ instance: scope.instance, inside: node.inner, holder: scope, owner: { scope, node, token, life }, life, values: localsOf(node, scope), window: passage, onEnd: done }), moves.agenda.now);
  if (node.type === 'CallActivity') return call(moves, scope, token, node, passage, life, done);
  if (node.type === 'UserTask' && passage?.type !== 'userTask') return moves.trail.stay(scope, token, node, 'nobody-did');
  if (!passage) {
    moves.trail.differ('added', scope, node);
    automatic(moves, scope, node, undefined);
    return done();
  }
  if (passage.canceled || passage.endedAt === null) return moves.trail.cutOff(token, passage.startedAt);
  return moves.agenda.add(passage.endedAt, life, () => {
    if (node.type === 'UserTask') answered(moves, scope, node, passage);
    else automatic(moves, scope, node, passage);
    done();
  });
}

function call(moves: Moves, scope: Scope, token: Token, node: NetNode, passage: Passage | undefined, life: Life, done: () => void): void {
  const net = moves.draft.nets.get(node.called ?? '');
  if (!net) return moves.trail.stay(scope, token, node, 'not-in-draft');
  if (!passage) moves.trail.differ('added', scope, node);
  const child = (passage?.calledInstanceId && moves.past.instances.get(passage.calledInstanceId)) || NOTHING_PAST;
  const locals = localsOf(node, scope);
  const kept = new KeptValues(child, moves.then.nets.get(child.processKey), moves.then, moves.past);
  const first = child.passages[0]?.startedAt ?? moves.agenda.now;
  const handed = node.into.map((one): [string, Value] => {
    const value = locals.has(one.source ?? '') ? (locals.get(one.source ?? '') as Value) : mapped(one, (name) => scope.read(name));
    return [one.target, value === UNKNOWN && child !== NOTHING_PAST ? kept.after(one.target, first) : value];
  });
  moves.begin({
    net, instance: child, values: new Map(handed), owner: { scope, node, token, life }, life,
    onEnd: (ended) => {
      for (const one of node.outOf) scope.write(one.target, mapped(one, (name) => ended.read(name)));
      done();
    },
  });
}
