import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ill, well, type Diagnosis } from './diagnosis.js';

const MINUTE = 60_000;
const LARGEST_DIFFERENCE = 5_000;
const CURE = 'Set the clock, and let it be kept: sudo timedatectl set-ntp true (Linux). Deadlines are this machine\'s.';

/** A clock that is behind the files of the program, or away from the engine's, makes deadlines wrong. */
export function clock(engineTime: Date | null, now = new Date(), built = statSync(fileURLToPath(import.meta.url)).mtime): Diagnosis {
  if (built.getTime() > now.getTime() + MINUTE) return ill('clock', `The clock says ${now.toISOString()}, which is before this program was built (${built.toISOString()}).`, CURE);
  if (engineTime === null) return well('clock', `The clock says ${now.toISOString()}.`);
  const difference = Math.abs(engineTime.getTime() - now.getTime());
  if (difference > LARGEST_DIFFERENCE) return ill('clock', `The engine's clock says ${engineTime.toISOString()}, this one ${now.toISOString()}: timers and deadlines do not agree.`, CURE);
  return well('clock', `The clock says ${now.toISOString()}, as the engine's does.`);
}
