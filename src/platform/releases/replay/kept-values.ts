import type { ProcessValue } from '../../../sdk/index.js';
import { UNKNOWN } from '../diagram/decide.js';
import type { Net, NetNode } from './net.js';
import type { ReplayModel } from './model.js';
import type { PastCase, PastInstance } from './past.js';

/** What can set a variable. */
const SETTING = /Task$|Activity$/;

export type Value = ProcessValue | typeof UNKNOWN;

/**
 * What is known of a past instance's variables at a moment. Only their last values are kept, so a value is known
 * from the moment after which nothing can have set it any more.
 */
export class KeptValues {
  private readonly lastSet = new Map<string, string>();

  constructor(
    private readonly instance: PastInstance,
    net: Net | undefined,
    model: ReplayModel,
    past: PastCase,
  ) {
    for (const { elementId, endedAt, startedAt, taskId } of instance.passages) {
      const node = net?.nodes.get(elementId);
      if (!node || !SETTING.test(node.type)) continue;
      const answered = taskId === null ? [] : Object.keys(past.answers.get(taskId)?.variables ?? {});
      for (const name of setBy(node, answered, model, net)) this.note(name, endedAt ?? startedAt);
    }
  }

  after(name: string, at: string): Value {
    return at >= (this.lastSet.get(name) ?? '') ? (this.instance.variables[name] ?? null) : UNKNOWN;
  }

  private note(name: string, at: string): void {
    if (at > (this.lastSet.get(name) ?? '')) this.lastSet.set(name, at);
  }
}

/** Variables of the process that a step may set: those it hands out, and what it answers and does not keep to itself. */
function setBy({ topic, inputs, outputs, outOf }: NetNode, answered: readonly string[], model: ReplayModel, net: Net | undefined): string[] {
  const answers = topic === null ? answered : (model.answersOf(topic) ?? net?.reads ?? []);
  const own = new Set(inputs.map(({ target }) => target));
  return [...outputs.map(({ target }) => target), ...answers.filter((name) => !own.has(name)), ...outOf.map(({ target }) => target)];
}
