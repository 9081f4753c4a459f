import { StandIn, type Outcome, type TaskContext } from '../../sdk/index.js';

/** An automatic step that waits for somebody to say how it went. */
export interface WaitingStep {
  readonly task: TaskContext;
  readonly since: Date;
  /** Null: it is to be done for real. */
  answer(outcome: Outcome | null): void;
}

/** Automatic steps of a rehearsal: done for real at once, or held until somebody decides about each. */
export class ByHand extends StandIn {
  /** Whether they wait for a person. */
  holds = false;
  private readonly held = new Map<string, WaitingStep>();
  /** How each went, in the order in which they were asked for; null: done for real. */
  readonly went = new Map<string, { readonly task: TaskContext; readonly outcome: Outcome | null }>();

  get waiting(): readonly WaitingStep[] {
    return [...this.held.values()];
  }

  find(taskId: string): WaitingStep | undefined {
    return this.held.get(taskId);
  }

  /** How a task went, once somebody has said so; null: do it. */
  instead(task: TaskContext): Promise<Outcome | null> {
    if (!this.holds) {
      this.went.set(task.id, { task, outcome: null });
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const end = (outcome: Outcome | null): void => {
        this.held.delete(task.id);
        task.signal.removeEventListener('abort', giveUp);
        resolve(outcome);
      };
      const answer = (outcome: Outcome | null): void => {
        this.went.set(task.id, { task, outcome });
        end(outcome);
      };
      // Its lock is lost or the rehearsal ends: whoever fetches it next asks again.
      const giveUp = (): void => end(null);
      task.signal.addEventListener('abort', giveUp, { once: true });
      this.held.set(task.id, { task, since: new Date(), answer });
    });
  }
}
