import { isRecord } from '../validation/empty.js';
import { isFitKey } from '../policy/key.js';

/** Property names that are given away, each once. */
export class Keys {
  private readonly given = new Set<string>();
  private readonly renamed = new Map<string, string>();

  /** A name that is fit and not given yet, as near to the wanted one as can be. */
  give(wanted: unknown, type: string): string {
    const text = typeof wanted === 'string' ? wanted : '';
    const fit = isFitKey(text) ? text : text.replaceAll(/[^A-Za-z0-9_-]+/g, '_').replace(/^[^A-Za-z]+/, '').slice(0, 50);
    const base = isFitKey(fit) ? fit : type;
    let key = base;
    for (let count = 2; this.given.has(key); count += 1) key = `${base}${count}`;
    this.given.add(key);
    if (!this.renamed.has(text)) this.renamed.set(text, key);
    return key;
  }

  /** The condition with its fields' new names; null where one of them was not taken. */
  condition(conditional: unknown, taken: ReadonlySet<string>): unknown {
    if (!isRecord(conditional)) return conditional;
    const { when, conditions } = conditional;
    const named = [when, ...(Array.isArray(conditions) ? conditions.filter(isRecord).map(({ component }) => component) : [])].filter((name) => typeof name === 'string' && name !== '') as string[];
    if (named.length === 0) return conditional;
    const names = new Map(named.map((name) => [name, this.pathOf(name)]));
    if ([...names.values()].some((name) => !taken.has(name.split('.').at(-1) ?? ''))) return null;
    const asNamed = (name: unknown): unknown => (typeof name === 'string' ? (names.get(name) ?? name) : name);
    return { ...conditional, ...(when ? { when: asNamed(when) } : {}), ...(Array.isArray(conditions) ? { conditions: conditions.filter(isRecord).map((one) => ({ ...one, component: asNamed(one['component']) })) } : {}) };
  }

  private pathOf(name: string): string {
    return this.renamed.get(name) ?? name.split('.').map((part) => this.renamed.get(part) ?? part).join('.');
  }
}
