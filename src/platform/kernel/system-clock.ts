import { Injectable } from '@nestjs/common';
import { Clock } from '../../sdk/index.js';

/** The machine's time, shifted only by tests. */
@Injectable()
export class SystemClock extends Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Lets time go on from `instant`. Reached over HTTP only under TERTIB_TEST. */
  moveTo(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }
}
