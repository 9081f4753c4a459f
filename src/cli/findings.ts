import type { Finding } from '../platform/releases/index.js';

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** Each finding with its file, its place and what to read it by; then how many there are. */
export function findingLines(findings: readonly Finding[]): string[] {
  const lines = findings.map(({ path, elementId, name, severity, code, message }) => `${path}${elementId ? ` ${elementId}` : ''}${name ? ` (${name})` : ''}: ${severity}: ${message.en} [${code}]`);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [...lines, `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`];
}
