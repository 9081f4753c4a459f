import { StandIn, type Outcome, type TaskContext } from '../../../sdk/index.js';
import { Feed } from '../../cases/index.js';
import { placeOf } from '../place.js';
import type { OpenRehearsal } from '../rehearsal.js';
import type { Ids } from './ids.js';
import type { StepAct } from './script.js';

/** Answers automatic steps as they were answered in the rehearsal; those that were done for real are done for real. */
export class Prompter extends StandIn {
  private readonly given = new Map<string, Promise<Outcome | null>>();
  private readonly left: StepAct[];
  private play: OpenRehearsal | undefined;

  constructor(
    steps: readonly StepAct[],
    private readonly ids: Ids,
  ) {
    super();
    this.left = [...steps];
  }

  /** From now on; before, there are no steps. */
  playsOn(play: OpenRehearsal): void {
    this.play = play;
  }

  /** One that is tried again gets the same answer. */
  instead(task: TaskContext): Promise<Outcome | null> {
    const answer = this.given.get(task.id) ?? this.next(task);
    this.given.set(task.id, answer);
    return answer;
  }

  private async next({ elementId, processInstanceId: instanceId }: TaskContext): Promise<Outcome | null> {
    if (!this.play || !this.left.some((step) => step.elementId === elementId)) return null;
    // The worker may be quicker than our record of where the step is.
    await this.play.part(Feed).sync();
    const { about } = await placeOf(this.play, { elementId, instanceId });
    const index = this.left.findIndex((step) => step.elementId === elementId && step.about === about);
    const [step] = index < 0 ? [] : this.left.splice(index, 1);
    return this.ids.translated(step?.outcome ?? null);
  }
}
