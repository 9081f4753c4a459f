import type { FormComponent } from '../../../api/index.js';

const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' };

/** One part of a simple pattern: what stands for it, and how often. */
const PART = /\\(.)|\[(\^?)((?:\\.|[^\]])+)\]|([^\\[\](){}|*+?.^$])|(\.)/y;
const TIMES = /\{(\d+)(?:,\d*)?\}|([*?])|\+/y;

const ofClass = (inside: string): string => (inside.startsWith('\\') ? (CLASSES[inside[1] ?? ''] ?? inside[1] ?? 'a') : (inside[0] ?? 'a'));

/** A text of a simple pattern (`\d{16}`, `[A-Z]{2}-\d+`); nothing for patterns that branch or group. */
function ofPattern(pattern: string): string | undefined {
  const body = pattern.replace(/^\^/, '').replace(/\$$/, '');
  let text = '';
  for (let at = 0; at < body.length;) {
    PART.lastIndex = at;
    const part = PART.exec(body);
    if (!part || part[2]) return undefined;
    at = PART.lastIndex;
    const character = part[1] === undefined ? (part[3] === undefined ? (part[4] ?? 'a') : ofClass(part[3])) : (CLASSES[part[1]] ?? part[1]);
    TIMES.lastIndex = at;
    const times = TIMES.exec(body);
    if (times) at = TIMES.lastIndex;
    text += character.repeat(times?.[1] === undefined ? (times?.[2] ? 0 : 1) : Number(times[1]));
  }
  return new RegExp(`^(?:${body})$`).test(text) ? text : undefined;
}

/** Made-up text within a field's rules. */
export function sampleText(component: FormComponent): string | undefined {
  const { pattern, minLength, maxLength, minWords } = (component['validate'] ?? {}) as Record<string, unknown>;
  if (typeof pattern === 'string' && pattern !== '') return ofPattern(pattern);
  const words = `Contoh ${component.label ?? ''}`.trim().split(/\s+/);
  while (words.length < Number(minWords ?? 0)) words.push('contoh');
  const text = words.join(' ').padEnd(Number(minLength) || 0, '.');
  return Number(maxLength) > 0 ? text.slice(0, Number(maxLength)) : text;
}
