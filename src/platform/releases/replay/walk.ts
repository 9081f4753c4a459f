import { Agenda } from './agenda.js';
import { reread } from './answers.js';
import { Book } from './book.js';
import type { Difference } from './difference.js';
import { KeptValues, type Value } from './kept-values.js';
import type { ReplayModel } from './model.js';
import type { Flow, Net, NetNode } from './net.js';
import type { Passage, PastCase } from './past.js';
import { Scope, type Instance, type Token } from './scope.js';
import { activity } from './walk/activities.js';
import { gateway, joinInclusive, leave } from './walk/branchings.js';
import { conclude } from './walk/conclude.js';
import { event, expect } from './walk/events.js';
import type { Beginning, Moves } from './walk/moves.js';
import { Trail } from './walk/trail.js';

/** What came of walking one case. */
export interface Walked {
  readonly differences: readonly Difference[];
  /** Elements and flows that it comes through, by diagram. */
  readonly way: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A draft may go round in circles: so many steps more than the case took are enough to know. */
const STEPS_MORE = 500;

/**
 * Walks a finished case through a version of the procedures on paper: people answer what they answered, automatic
 * steps give what they gave, deadlines and messages come where they came. Nothing is asked of the engine.
 */
export function walk(past: PastCase, draft: ReplayModel, then: ReplayModel): Walked {
  return new Walk(past, draft, then).whole();
}

class Walk implements Moves {
  readonly agenda = new Agenda();
  readonly trail = new Trail(this.agenda);
  private readonly instances: Instance[] = [];
  private readonly scopes: Scope[] = [];
  private steps = 0;
  private readonly mostSteps: number;

  constructor(
    readonly past: PastCase,
    readonly draft: ReplayModel,
    readonly then: ReplayModel,
  ) {
    this.mostSteps = STEPS_MORE + [...past.instances.values()].reduce((sum, { passages }) => sum + 4 * passages.length, 0);
  }

  whole(): Walked {
    const { past, draft, trail } = this;
    const net = draft.nets.get(past.procedureKey);
    const instance = past.rootId === null ? undefined : past.instances.get(past.rootId);
    if (!net) trail.note('not-in-draft', past.procedureKey, '', { at: '' });
    else if (instance) {
      let ended = false;
      this.begin({ net, instance, values: this.startValues(net), owner: null, life: null, onEnd: () => { ended = true; } });
      while (this.agenda.step()) {
        if (this.steps > this.mostSteps) break;
        joinInclusive(this, this.scopes);
      }
      if (this.steps > this.mostSteps) trail.note('endless', past.procedureKey, '', { at: this.agenda.now });
      else conclude(trail, past.procedureKey, ended, this.scopes, this.instances, this.agenda.now);
    }
    return { differences: trail.differences, way: trail.way };
  }

  private startValues(net: Net): Map<string, Value> {
    const { start, procedureKey } = this.past;
    // What a program began was asked for no form, and would not be now.
    const byProgram = start.formKey === '' && Boolean(this.then.nets.get(procedureKey)?.root.start?.formKey);
    const { variables, missing } = byProgram ? { ...start, missing: [] } : reread(start, this.draft.forms.get(net.root.start?.formKey ?? ''), this.then);
    for (const field of missing) this.trail.note('field-empty', procedureKey, net.root.start?.id ?? '', { detail: field, at: '' });
    return new Map<string, Value>(Object.entries(variables));
  }

  begin({ net, instance, values, owner, life, onEnd }: Beginning): void {
    const before = this.then.nets.get(instance.processKey);
    const made: Instance = { net, before, book: new Book(instance), kept: new KeptValues(instance, before, this.then, this.past), changedBetween: this.past.changedBetween };
    this.instances.push(made);
    const first = instance.passages[0];
    const window = first && { startedAt: first.startedAt, endedAt: null };
    this.enter(new Scope({ instance: made, inside: net.root, holder: null, owner, life, values, window, onEnd }), first?.startedAt ?? this.agenda.now);
  }

  enter(scope: Scope, at: string): void {
    this.opened(scope);
    for (const node of scope.inside.triggered) expect(this, scope, node);
    const { start } = scope.inside;
    if (start) this.arrive(scope, this.token(scope, start), start, at);
  }

  opened(scope: Scope): void {
    this.scopes.push(scope);
  }

  token(scope: Scope, node: NetNode): Token {
    const token: Token = { node, stuck: null };
    scope.tokens.add(token);
    return token;
  }

  leave(scope: Scope, token: Token, node: NetNode, at: string, passage?: Passage): void {
    leave(this, scope, token, node, at, passage);
  }

  follow(scope: Scope, token: Token, flow: Flow, at: string): void {
    const target = scope.inside.nodes.get(flow.to);
    this.trail.passed(scope, flow.id);
    if (target) this.arrive(scope, token, target, at, flow.id);
    else this.vanish(scope, token);
  }

  vanish(scope: Scope, token: Token): void {
    scope.tokens.delete(token);
    if (scope.tokens.size === 0 && !scope.life.gone) scope.finish();
  }

  private arrive(scope: Scope, token: Token, node: NetNode, at: string, by = ''): void {
    token.node = node;
    this.agenda.add(at, scope.steps, () => {
      if ((this.steps += 1) > this.mostSteps) return;
      this.trail.passed(scope, node.id);
      this.at(scope, token, node, by);
    });
  }

  private at(scope: Scope, token: Token, node: NetNode, by: string): void {
    if (node.type === 'StartEvent') {
      scope.instance.book.take(node.id);
      this.leave(scope, token, node, this.agenda.now);
    } else if (node.type.endsWith('Gateway')) gateway(this, scope, token, node, by);
    else if (node.type.endsWith('Event')) event(this, scope, token, node);
    else activity(this, scope, token, node);
  }
}
