import type { ByHand } from './by-hand.js';
import type { Recorder } from './kept/recorder.js';
import type { OpenRehearsal } from './rehearsal.js';
import type { RehearsalTime } from './rehearsal-time.js';

/** A rehearsal that goes on. */
export interface Opened {
  readonly play: OpenRehearsal;
  readonly time: RehearsalTime;
  readonly byHand: ByHand;
  /** Writes down what is done, should it be kept as a test. */
  readonly recorder: Recorder;
}
