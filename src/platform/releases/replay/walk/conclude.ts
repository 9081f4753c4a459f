import type { Instance, Scope } from '../scope.js';
import type { Trail } from './trail.js';

const END_OF_TIME = '9';

/** What is still open at the end, and what of the past was never come to. */
export function conclude(trail: Trail, key: string, ended: boolean, scopes: readonly Scope[], instances: readonly Instance[], now: string): void {
  const open = scopes.filter(({ life }) => !life.gone);
  for (const { waiting, instance } of open) {
    for (const [id, tokens] of waiting) if (tokens.length > 0) trail.note('branch-missing', instance.net.key, id, { at: now });
  }
  for (const { book, net } of instances) {
    const left = book.firstLeft();
    if (left) trail.note('skipped', book.instance.processKey || net.key, left.elementId, { at: left.startedAt });
  }
  for (const { tokens, instance } of open) {
    for (const { node, stuck } of tokens) if (stuck?.cut) trail.note('nobody-did', instance.net.key, node.id, { at: stuck.since });
  }
  if (!ended && trail.differences.length === 0) trail.note('not-retold', key, '', { at: END_OF_TIME });
}
