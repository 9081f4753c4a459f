import { readFileSync } from 'node:fs';

/**
 * The most memory that each process below this one has had, in MB, by what it is.
 *
 * @param {number} pid
 * @param {Readonly<Record<string, RegExp>>} kinds by their command line
 * @returns {Record<string, number>}
 */
export function mostMemory(pid, kinds) {
  /** @type {Record<string, number>} */
  const found = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]));
  for (const one of below(pid)) {
    const command = readFileSync(`/proc/${one}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const kind = Object.entries(kinds).find(([, pattern]) => pattern.test(command))?.[0];
    if (kind) found[kind] = Math.max(found[kind] ?? 0, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1]) / 1_000);
  }
  return found;
}

/**
 * @param {number} pid
 * @returns {number[]}
 */
const below = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number).flatMap((child) => [child, ...below(child)]);
