import { Injectable } from '@nestjs/common';
import { RehearsalProblem } from './rehearsals.problems.js';

/** Kept rehearsals that run on this node: while they do, nobody rehearses, because a stage takes half a gigabyte. */
@Injectable()
export class StageSlot {
  private runner: string | null = null;

  /** @throws 409 while tests run. */
  assertFree(): void {
    if (this.runner !== null) throw RehearsalProblem.testsUnderWay(this.runner);
  }

  /** @throws 409 while tests run. */
  take(by: string): void {
    this.assertFree();
    this.runner = by;
  }

  giveBack(): void {
    this.runner = null;
  }
}
