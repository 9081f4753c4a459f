import { UNKNOWN } from '../../diagram/decide.js';
import { reread } from '../answers.js';
import type { Value } from '../kept-values.js';
import { worksAlike, type NetNode } from '../net.js';
import type { Passage } from '../past.js';
import { mapped, type Scope } from '../scope.js';
import type { Moves } from './moves.js';

/** What a person answered then, as far as the draft still asks for it. */
export function answered(moves: Moves, scope: Scope, node: NetNode, passage: Passage): void {
  const answer = passage.taskId === null ? undefined : moves.past.answers.get(passage.taskId);
  const now = moves.draft.forms.get(node.formKey ?? '');
  const { variables, missing } = reread(answer ?? { formKey: '', data: {}, variables: {} }, now, moves.then);
  for (const field of missing) moves.trail.differ('field-empty', scope, node, field);
  handOut(scope, node, new Map<string, Value>(Object.entries(variables)));
}

/** What the step gave then, where that is kept; a step that is asked for something else may give something else. */
export function automatic(moves: Moves, scope: Scope, node: NetNode, passage: Passage | undefined): void {
  const { kept, net, before } = scope.instance;
  const was = before?.nodes.get(node.id);
  const alike = was !== undefined && worksAlike(node, was);
  const given = node.topic === null ? [] : (moves.draft.answersOf(node.topic) ?? net.reads);
  const gave = (name: string): Value => (passage && alike ? kept.after(node.outputs.find(({ source }) => source === name)?.target ?? name, passage.endedAt ?? passage.startedAt) : UNKNOWN);
  handOut(scope, node, new Map(given.map((name) => [name, gave(name)])));
}

/** Into the step's own variables where it has one of the name, else into the case; then what it hands out of them. */
function handOut(scope: Scope, node: NetNode, values: ReadonlyMap<string, Value>): void {
  const locals = localsOf(node, scope);
  for (const [name, value] of values) {
    if (locals.has(name)) locals.set(name, value);
    else scope.write(name, value);
  }
  for (const output of node.outputs) scope.write(output.target, mapped(output, (name) => (locals.has(name) ? (locals.get(name) as Value) : scope.read(name))));
}

/** What a step calls its own. */
export function localsOf({ inputs, item }: NetNode, scope: Scope): Map<string, Value> {
  const locals = new Map<string, Value>(item === null ? [] : [[item, UNKNOWN]]);
  for (const input of inputs) locals.set(input.target, mapped(input, (name) => (locals.has(name) ? (locals.get(name) as Value) : scope.read(name))));
  return locals;
}
