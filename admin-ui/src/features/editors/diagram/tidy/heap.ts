/** What costs least comes out first. */
export class Heap<T> {
  private readonly all: { readonly cost: number; readonly item: T }[] = [];

  push(cost: number, item: T): void {
    let at = this.all.push({ cost, item }) - 1;
    while (at > 0 && this.cost(at) < this.cost((at - 1) >> 1)) at = this.swap(at, (at - 1) >> 1);
  }

  pop(): { readonly cost: number; readonly item: T } | undefined {
    const [first] = this.all;
    const last = this.all.pop();
    if (!first || !last || this.all.length === 0) return first;
    this.all[0] = last;
    for (let at = 0; ; ) {
      const child = this.cost(2 * at + 1) <= this.cost(2 * at + 2) ? 2 * at + 1 : 2 * at + 2;
      if (this.cost(child) >= this.cost(at)) return first;
      at = this.swap(at, child);
    }
  }

  private cost(at: number): number {
    return this.all[at]?.cost ?? Infinity;
  }

  private swap(one: number, other: number): number {
    const [a, b] = [this.all[one], this.all[other]];
    if (a && b) [this.all[one], this.all[other]] = [b, a];
    return other;
  }
}
