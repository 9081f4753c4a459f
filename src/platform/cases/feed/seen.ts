/** Remembers what has been written, so that overlapping reads cost no writes. Forgets the oldest. */
export class Seen {
  private readonly states = new Map<string, string>();

  constructor(private readonly most = 100_000) {}

  has(id: string, state: string): boolean {
    return this.states.get(id) === state;
  }

  add(id: string, state: string): void {
    this.states.delete(id);
    this.states.set(id, state);
    if (this.states.size <= this.most) return;
    const oldest = this.states.keys().next().value;
    if (oldest !== undefined) this.states.delete(oldest);
  }
}
