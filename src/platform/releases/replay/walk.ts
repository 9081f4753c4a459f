import { UNKNOWN } from '../diagram/decide.js';
import { Agenda } from './agenda.js';
import { reread } from './answers.js';
import { Book } from './book.js';
import { choose } from './choose.js';
import type { Code, Difference } from './difference.js';
import { KeptValues, type Value } from './kept-values.js';
import type { ReplayModel } from './model.js';
import { decidesAlike, reachable, worksAlike, type Flow, type Net, type NetNode } from './net.js';
import { NOTHING_PAST, type Passage, type PastCase, type PastInstance } from './past.js';
import { Life, mapped, Scope, type Instance, type Token } from './scope.js';

/** What came of walking one case. */
export interface Walked {
  readonly differences: readonly Difference[];
  /** Elements and flows that it comes through, by diagram. */
  readonly way: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A draft may go round in circles: so many steps more than the case took are enough to know. */
const STEPS_MORE = 500;
type Window = Pick<Passage, 'startedAt' | 'endedAt'>;
const END_OF_TIME = '9';

/**
 * Walks a finished case through a version of the procedures on paper: people answer what they answered, automatic
 * steps give what they gave, deadlines and messages come where they came. Nothing is asked of the engine.
 */
export function walk(past: PastCase, draft: ReplayModel, then: ReplayModel): Walked {
  return new Walk(past, draft, then).whole();
}

class Walk {
  private readonly agenda = new Agenda();
  private readonly differences: Difference[] = [];
  private readonly way = new Map<string, Set<string>>();
  private readonly instances: Instance[] = [];
  private readonly scopes: Scope[] = [];
  private steps = 0;
  private readonly mostSteps: number;
  private ended = false;

  constructor(
    private readonly past: PastCase,
    private readonly draft: ReplayModel,
    private readonly then: ReplayModel,
  ) {
    this.mostSteps = STEPS_MORE + [...past.instances.values()].reduce((sum, { passages }) => sum + 4 * passages.length, 0);
  }

  whole(): Walked {
    const { past, draft } = this;
    const net = draft.nets.get(past.procedureKey);
    const root = past.rootId === null ? undefined : past.instances.get(past.rootId);
    if (!net) this.note('not-in-draft', past.procedureKey, '', { at: '' });
    else if (root) {
      this.begin(net, root, this.startValues(net), null, null, () => {
        this.ended = true;
      });
      while (this.agenda.step()) {
        if (this.steps > this.mostSteps) break;
        this.joinInclusive();
      }
      this.conclude();
    }
    return { differences: this.differences, way: this.way };
  }

  private startValues(net: Net): Map<string, Value> {
    const { start, procedureKey } = this.past;
    // What a program began was asked for no form, and would not be now.
    const byProgram = start.formKey === '' && Boolean(this.then.nets.get(procedureKey)?.root.start?.formKey);
    const { variables, missing } = byProgram ? { ...start, missing: [] } : reread(start, this.draft.forms.get(net.root.start?.formKey ?? ''), this.then);
    for (const field of missing) this.note('field-empty', procedureKey, net.root.start?.id ?? '', { detail: field, at: '' });
    return new Map<string, Value>(Object.entries(variables));
  }

  /** A process instance, from its start. */
  private begin(net: Net, instance: PastInstance, values: Map<string, Value>, owner: Scope['owner'], life: Life | null, onEnd: (scope: Scope) => void): void {
    const before = this.then.nets.get(instance.processKey);
    const made: Instance = { net, before, book: new Book(instance), kept: new KeptValues(instance, before, this.then, this.past), changedBetween: this.past.changedBetween };
    this.instances.push(made);
    const first = instance.passages[0];
    const window = first && { startedAt: first.startedAt, endedAt: null };
    this.enter(new Scope({ instance: made, inside: net.root, holder: null, owner, life, values, window, onEnd }), first?.startedAt ?? this.agenda.now);
  }

  private enter(scope: Scope, at: string): void {
    this.scopes.push(scope);
    for (const node of scope.inside.triggered) this.expect(scope, node);
    const { start } = scope.inside;
    if (start) this.arrive(scope, this.token(scope, start), start, at);
  }

  private token(scope: Scope, node: NetNode): Token {
    const token: Token = { node, stuck: null };
    scope.tokens.add(token);
    return token;
  }

  /** Groups of steps that an event began, where it came. */
  private expect(scope: Scope, node: NetNode): void {
    const begin = [...(node.inner?.nodes.values() ?? [])].find(({ type }) => type === 'StartEvent');
    if (!begin || !scope.window) return;
    for (const passage of scope.instance.book.takeWithin(begin.id, scope.window)) {
      this.agenda.add(passage.startedAt, scope.life, () => {
        // With its last step the frame has ended, and waits for nothing.
        if (scope.tokens.size === 0) return;
        if (begin.interrupts) scope.cut();
        this.passed(scope, node.id);
        const token = this.token(scope, node);
        const window = { startedAt: passage.startedAt, endedAt: scope.window?.endedAt ?? null };
        const frame = new Scope({ instance: scope.instance, inside: node.inner as NonNullable<NetNode['inner']>, holder: scope, owner: { scope, node, token, life: scope.steps }, life: scope.steps, values: new Map(), window, onEnd: () => this.vanish(scope, token) });
        this.scopes.push(frame);
        this.passed(frame, begin.id);
        this.leave(frame, this.token(frame, begin), begin, passage.startedAt);
      });
    }
  }

  private arrive(scope: Scope, token: Token, node: NetNode, at: string, by = ''): void {
    token.node = node;
    this.agenda.add(at, scope.steps, () => {
      if ((this.steps += 1) > this.mostSteps) return;
      this.passed(scope, node.id);
      this.at(scope, token, node, by);
    });
  }

  private at(scope: Scope, token: Token, node: NetNode, by: string): void {
    const { book } = scope.instance;
    if (node.type === 'StartEvent') {
      book.take(node.id);
      this.leave(scope, token, node, this.agenda.now);
    } else if (node.type.endsWith('Gateway')) this.gateway(scope, token, node, by);
    else if (node.type.endsWith('Event')) this.event(scope, token, node);
    else this.activity(scope, token, node);
  }

  // Branchings

  private gateway(scope: Scope, token: Token, node: NetNode, by: string): void {
    if (node.type === 'EventBasedGateway') return this.firstEvent(scope, token, node);
    if (node.incoming.length > 1 && node.type !== 'ExclusiveGateway') {
      const waiting = scope.waiting.get(node.id) ?? [];
      waiting.push({ token, flow: by });
      scope.waiting.set(node.id, waiting);
      const came = new Set(waiting.map(({ flow }) => flow));
      if (node.type === 'ParallelGateway' && node.incoming.every((flow) => came.has(flow))) this.join(scope, node, node.incoming);
      return undefined;
    }
    const passage = scope.instance.book.take(node.id);
    return this.leave(scope, token, node, this.agenda.now, passage);
  }

  /** One token goes on for those that came, one on each of the flows. */
  private join(scope: Scope, node: NetNode, flows: readonly string[]): void {
    const waiting = scope.waiting.get(node.id) ?? [];
    const joined = flows.flatMap((flow) => waiting.find((one) => one.flow === flow) ?? []);
    scope.waiting.set(node.id, waiting.filter((one) => !joined.includes(one)));
    joined.forEach(() => scope.instance.book.take(node.id));
    const [first, ...others] = joined;
    for (const { token } of others) scope.tokens.delete(token);
    if (first) this.leave(scope, first.token, node, this.agenda.now);
  }

  /** An inclusive branching goes on as soon as nobody can come to it any more. */
  private joinInclusive(): void {
    for (const scope of this.scopes) {
      if (scope.waiting.size === 0 || scope.life.gone) continue;
      for (const [id, waiting] of scope.waiting) {
        const node = scope.inside.nodes.get(id);
        if (node?.type !== 'InclusiveGateway' || waiting.length === 0) continue;
        const here = new Set(waiting.map(({ token }) => token));
        const coming = [...scope.tokens].some((token) => !here.has(token) && (token.node.id === id || reachable(scope.inside, token.node.id).has(id)));
        if (!coming) this.join(scope, node, [...new Set(waiting.map(({ flow }) => flow))]);
      }
    }
  }

  private firstEvent(scope: Scope, token: Token, node: NetNode): void {
    const { book } = scope.instance;
    book.take(node.id);
    const targets = node.outgoing.flatMap((flow) => scope.inside.nodes.get(flow.to) ?? []);
    const came = book.next(targets.map(({ id }) => id), this.agenda.now);
    const target = targets.find(({ id }) => id === came?.elementId) ?? targets.find(({ event }) => event === 'Timer');
    const flow = node.outgoing.find(({ to }) => to === target?.id);
    if (target && flow) this.follow(scope, token, flow, came?.startedAt ?? this.agenda.now);
    else this.stay(scope, token, node, 'never-came');
  }

  private leave(scope: Scope, token: Token, node: NetNode, at: string, passage?: Passage): void {
    const choice = choose(node, (name) => scope.read(name));
    if ('failed' in choice) return this.stay(scope, token, node, choice.failed, choice.detail, choice.value);
    const then = scope.instance.before?.nodes.get(node.id);
    const went = then && passage ? wentThen(then, scope, passage) : undefined;
    let flows: readonly Flow[];
    if ('flows' in choice) flows = choice.flows;
    else {
      const same = then && went !== undefined && node.type === 'ExclusiveGateway' && decidesAlike(node, then) ? node.outgoing.find(({ to }) => to === went) : undefined;
      if (!same) return this.stay(scope, token, node, 'value-unknown', choice.unknown);
      flows = [same];
    }
    const [only] = flows;
    const knew = new Set(then?.outgoing.map(({ to }) => to));
    if (only && node.type === 'ExclusiveGateway' && went !== undefined && only.to !== went && knew.has(only.to)) this.differ('other-flow', scope, node, only.id, went);
    if (!only) return this.vanish(scope, token);
    for (const flow of flows.slice(1)) this.follow(scope, this.token(scope, node), flow, at);
    return this.follow(scope, token, only, at);
  }

  private follow(scope: Scope, token: Token, flow: Flow, at: string): void {
    const target = scope.inside.nodes.get(flow.to);
    this.passed(scope, flow.id);
    if (target) this.arrive(scope, token, target, at, flow.id);
    else this.vanish(scope, token);
  }

  // Events

  private event(scope: Scope, token: Token, node: NetNode): void {
    const passage = scope.instance.book.take(node.id);
    if (node.type === 'EndEvent') return this.end(scope, token, node, passage);
    if (node.type === 'IntermediateThrowEvent') {
      if (!passage && node.event !== null) this.differ('added', scope, node);
      return this.leave(scope, token, node, this.agenda.now);
    }
    if (passage && (passage.canceled || passage.endedAt === null)) return this.cutOff(token, passage.startedAt);
    if (passage?.endedAt) return this.agenda.add(passage.endedAt, scope.steps, () => this.leave(scope, token, node, this.agenda.now));
    // Time passes by itself; a message that nobody sent does not come.
    if (node.event !== 'Timer') return this.stay(scope, token, node, 'never-came');
    this.differ('added', scope, node);
    return this.leave(scope, token, node, this.agenda.now);
  }

  private end(scope: Scope, token: Token, node: NetNode, passage: Passage | undefined): void {
    if (!passage) this.differ('added', scope, node);
    if (node.event === 'Terminate') scope.cut();
    if (node.event === 'Error' && this.raise(scope, node.errorCode)) return undefined;
    return this.vanish(scope, token);
  }

  /** An error goes outwards until an event on the frame takes it. */
  private raise(scope: Scope, code: string | null): boolean {
    for (let frame = scope; frame.owner; frame = frame.owner.scope) {
      const { owner } = frame;
      const outside = owner.scope;
      const taker = owner.node.attached.find((one) => one.event === 'Error' && (one.errorCode === null || one.errorCode === code));
      if (!taker) continue;
      owner.life.end();
      this.passed(outside, taker.id);
      owner.token.node = taker;
      this.leave(outside, owner.token, taker, this.agenda.now);
      return true;
    }
    return false;
  }

  // Activities

  private activity(scope: Scope, token: Token, node: NetNode): void {
    const { book } = scope.instance;
    const body = node.multiple ? book.take(`${node.id}#multiInstanceBody`) : undefined;
    const passages = body ? book.takeWithin(node.id, body) : [book.take(node.id)];
    const window = body ?? passages[0];
    const life = new Life(scope.steps);
    if (window) this.boundaries(scope, token, node, window, life);
    if (body && passages.length === 0) return this.agenda.add(body.endedAt ?? body.startedAt, life, () => this.leave(scope, token, node, this.agenda.now));
    let open = passages.length;
    const done = (): void => {
      open -= 1;
      if (open > 0 || life.gone) return;
      life.end();
      this.leave(scope, token, node, this.agenda.now);
    };
    for (const passage of passages) this.once(scope, token, node, passage, life, done);
    return undefined;
  }

  /** Deadlines and errors at an activity, where they came. */
  private boundaries(scope: Scope, token: Token, node: NetNode, window: Window, life: Life): void {
    for (const event of node.attached) {
      for (const passage of scope.instance.book.takeWithin(event.id, window)) {
        this.agenda.add(passage.startedAt, life, () => {
          this.passed(scope, event.id);
          if (event.interrupts) life.end();
          const next = event.interrupts ? token : this.token(scope, event);
          next.node = event;
          this.leave(scope, next, event, this.agenda.now);
        });
      }
    }
  }

  private once(scope: Scope, token: Token, node: NetNode, passage: Passage | undefined, life: Life, done: () => void): void {
    if (node.type === 'SubProcess' && node.inner) return this.enter(new Scope({ instance: scope.instance, inside: node.inner, holder: scope, owner: { scope, node, token, life }, life, values: localsOf(node, scope), window: passage, onEnd: done }), this.agenda.now);
    if (node.type === 'CallActivity') return this.call(scope, token, node, passage, life, done);
    if (node.type === 'UserTask' && passage?.type !== 'userTask') return this.stay(scope, token, node, 'nobody-did');
    if (!passage) {
      this.differ('added', scope, node);
      this.automatic(scope, node, undefined);
      return done();
    }
    if (passage.canceled || passage.endedAt === null) return this.cutOff(token, passage.startedAt);
    return this.agenda.add(passage.endedAt, life, () => {
      if (node.type === 'UserTask') this.answered(scope, node, passage);
      else this.automatic(scope, node, passage);
      done();
    });
  }

  private call(scope: Scope, token: Token, node: NetNode, passage: Passage | undefined, life: Life, done: () => void): void {
    const net = this.draft.nets.get(node.called ?? '');
    if (!net) return this.stay(scope, token, node, 'not-in-draft');
    if (!passage) this.differ('added', scope, node);
    const child = (passage?.calledInstanceId && this.past.instances.get(passage.calledInstanceId)) || NOTHING_PAST;
    const locals = localsOf(node, scope);
    const kept = new KeptValues(child, this.then.nets.get(child.processKey), this.then, this.past);
    const first = child.passages[0]?.startedAt ?? this.agenda.now;
    const handed = node.into.map((one): [string, Value] => {
      const value = locals.has(one.source ?? '') ? (locals.get(one.source ?? '') as Value) : mapped(one, (name) => scope.read(name));
      return [one.target, value === UNKNOWN && child !== NOTHING_PAST ? kept.after(one.target, first) : value];
    });
    this.begin(net, child, new Map(handed), { scope, node, token, life }, life, (ended) => {
      for (const one of node.outOf) scope.write(one.target, mapped(one, (name) => ended.read(name)));
      done();
    });
  }

  private answered(scope: Scope, node: NetNode, passage: Passage): void {
    const answer = passage.taskId === null ? undefined : this.past.answers.get(passage.taskId);
    const now = this.draft.forms.get(node.formKey ?? '');
    const { variables, missing } = reread(answer ?? { formKey: '', data: {}, variables: {} }, now, this.then);
    for (const field of missing) this.differ('field-empty', scope, node, field);
    this.handOut(scope, node, new Map<string, Value>(Object.entries(variables)));
  }

  /** What the step gave then, where that is kept; a step that is asked for something else may give something else. */
  private automatic(scope: Scope, node: NetNode, passage: Passage | undefined): void {
    const { kept, net, before } = scope.instance;
    const was = before?.nodes.get(node.id);
    const alike = was !== undefined && worksAlike(node, was);
    const given = node.topic === null ? [] : (this.draft.answersOf(node.topic) ?? net.reads);
    const gave = (name: string): Value => (passage && alike ? kept.after(node.outputs.find(({ source }) => source === name)?.target ?? name, passage.endedAt ?? passage.startedAt) : UNKNOWN);
    this.handOut(scope, node, new Map(given.map((name) => [name, gave(name)])));
  }

  /** Into the step's own variables where it has one of the name, else into the case; then what it hands out of them. */
  private handOut(scope: Scope, node: NetNode, values: ReadonlyMap<string, Value>): void {
    const locals = localsOf(node, scope);
    for (const [name, value] of values) {
      if (locals.has(name)) locals.set(name, value);
      else scope.write(name, value);
    }
    for (const output of node.outputs) scope.write(output.target, mapped(output, (name) => (locals.has(name) ? (locals.get(name) as Value) : scope.read(name))));
  }

  // Ends, and what is noticed

  private vanish(scope: Scope, token: Token): void {
    scope.tokens.delete(token);
    if (scope.tokens.size === 0 && !scope.life.gone) scope.finish();
  }

  private stay(scope: Scope, token: Token, node: NetNode, code: Code, detail = '', instead = ''): void {
    token.stuck = { since: this.agenda.now, cut: false };
    this.differ(code, scope, node, detail, instead);
  }

  private cutOff(token: Token, since: string): void {
    token.stuck = { since, cut: true };
  }

  private differ(code: Code, { instance }: Scope, { id }: NetNode, detail = '', instead = ''): void {
    this.note(code, instance.net.key, id, { detail, instead, at: this.agenda.now });
  }

  private note(code: Code, processKey: string, elementId: string, { detail = '', instead = '', at }: { detail?: string; instead?: string; at: string }): void {
    this.differences.push({ code, processKey, elementId, detail, instead, at });
  }

  private passed({ instance }: Scope, id: string): void {
    const { key } = instance.net;
    const set = this.way.get(key) ?? new Set();
    this.way.set(key, set.add(id));
  }

  private conclude(): void {
    const key = this.past.procedureKey;
    if (this.steps > this.mostSteps) return this.note('endless', key, '', { at: this.agenda.now });
    const open = this.scopes.filter(({ life }) => !life.gone);
    for (const { waiting, instance } of open) {
      for (const [id, tokens] of waiting) if (tokens.length > 0) this.note('branch-missing', instance.net.key, id, { at: this.agenda.now });
    }
    for (const { book, net } of this.instances) {
      const left = book.firstLeft();
      if (left) this.note('skipped', book.instance.processKey || net.key, left.elementId, { at: left.startedAt });
    }
    for (const { tokens, instance } of open) {
      for (const { node, stuck } of tokens) if (stuck?.cut) this.note('nobody-did', instance.net.key, node.id, { at: stuck.since });
    }
    if (!this.ended && this.differences.length === 0) this.note('not-retold', key, '', { at: END_OF_TIME });
    return undefined;
  }
}

/** What a step calls its own. */
function localsOf({ inputs, item }: NetNode, scope: Scope): Map<string, Value> {
  const locals = new Map<string, Value>(item === null ? [] : [[item, UNKNOWN]]);
  for (const input of inputs) locals.set(input.target, mapped(input, (name) => (locals.has(name) ? (locals.get(name) as Value) : scope.read(name))));
  return locals;
}

/** Where the case went on from a branching, by what came next in fact. */
const wentThen = (then: NetNode, { instance }: Scope, { startedAt }: Passage): string | undefined => instance.book.next(then.outgoing.map(({ to }) => to), startedAt)?.elementId;
