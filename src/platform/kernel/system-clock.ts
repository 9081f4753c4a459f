import { Injectable } from '@nestjs/common';
import { Clock } from '../../sdk/index.js';

/** The machine's time, shifted only by tests. */
@Injectable()
export class SystemClock extends Clock {
  private offset = 0;
  private standing: number | null = null;

  now(): Date {
    if (this.standing !== null) return new Date(this.standing++);
    return new Date(Date.now() + this.offset);
  }

  /** Lets time go on from `instant`. Reached over HTTP only under TERTIB_TEST. */
  moveTo(instant: Date): void {
    this.standing = null;
    this.offset = instant.getTime() - Date.now();
  }

  /** Lets time stand at `instant`, but for the millisecond by which each look is later than the one before: nothing happens at the same time. Never goes back. */
  standAt(instant: Date): void {
    this.standing = Math.max(this.standing ?? 0, instant.getTime());
  }
}
