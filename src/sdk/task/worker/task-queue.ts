/** What waits, the most urgent first; equals in the order of their arrival. Few at a time. */
export class TaskQueue<T> {
  private readonly items: T[] = [];

  /** @param before - negative where `a` goes before `b`, zero where they are equals. */
  constructor(private readonly before: (a: T, b: T) => number) {}

  [Symbol.iterator](): Iterator<T> {
    return this.items.values();
  }

  add(item: T): void {
    let place = this.items.length;
    while (place > 0 && this.before(item, this.items[place - 1] as T) < 0) place--;
    this.items.splice(place, 0, item);
  }

  take(): T | undefined {
    return this.items.shift();
  }

  empty(): T[] {
    return this.items.splice(0);
  }
}
