const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The ids of a kept rehearsal, and which stand for them when it is done again. */
export class Ids {
  private readonly now = new Map<string, string>();

  learn(then: string, now: string): void {
    this.now.set(then, now);
  }

  /** Learns from two values that stand at the same place. */
  learnFrom(then: unknown, now: unknown): void {
    if (typeof then === 'string' && typeof now === 'string') {
      const [ids, others] = [then.match(ID) ?? [], now.match(ID) ?? []];
      if (ids.length === others.length) ids.forEach((id, index) => this.learn(id, others[index] ?? id));
    } else if (Array.isArray(then) && Array.isArray(now)) {
      then.forEach((item, index) => this.learnFrom(item, now[index]));
    } else if (isFields(then) && isFields(now)) {
      for (const [key, value] of Object.entries(then)) this.learnFrom(value, now[key]);
    }
  }

  /** The same with today's ids, wherever they stand in it. */
  translated<T>(value: T): T {
    if (typeof value === 'string') return value.replace(ID, (id) => this.now.get(id) ?? id) as T;
    if (Array.isArray(value)) return value.map((item: unknown) => this.translated(item)) as T;
    if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.translated(item)])) as T;
    return value;
  }

  /** What somebody would send today: what he changed as he changed it, what he left as it is shown now. */
  sentAgain(shownThen: unknown, sentThen: unknown, shownNow: unknown): unknown {
    if (shownNow !== undefined && same(shownThen, sentThen)) return shownNow;
    if (Array.isArray(sentThen) && Array.isArray(shownThen) && Array.isArray(shownNow)) return sentThen.map((item: unknown, index) => this.sentAgain(shownThen[index], item, shownNow[index]));
    if (!isFields(sentThen) || !isFields(shownThen) || !isFields(shownNow)) return this.translated(sentThen);
    const known = Object.entries(sentThen).map(([key, value]) => [key, this.sentAgain(shownThen[key], value, shownNow[key])]);
    // What the form has been given since.
    const since = Object.entries(shownNow).filter(([key]) => !(key in shownThen) && !(key in sentThen));
    return Object.fromEntries([...known, ...since]);
  }
}

/** All ids in a value, as text. */
export const idsIn = (value: unknown): string[] => [...new Set(JSON.stringify(value ?? null).match(ID) ?? [])];
