import { Problem } from '../../sdk/index.js';

const FEWEST_DIFFERENT = 5;

/** Length is checked with the request. @throws 422 for what a guesser tries first. */
export function assertStrong(next: string, current: string, user: { readonly username: string }): void {
  const folded = next.toLowerCase();
  if (next === current || folded.includes(user.username)) {
    throw new Problem('weak-password', 422, { id: 'Pilih kata sandi baru yang berbeda dan tidak memuat nama pengguna.', en: 'Choose a new password that differs and does not contain the user name.' });
  }
  if (new Set(folded).size < FEWEST_DIFFERENT || isRun(folded)) {
    throw new Problem('weak-password', 422, { id: 'Kata sandi ini mudah ditebak. Pilih yang lebih beragam, misalnya beberapa kata.', en: 'This password is easy to guess. Choose a more varied one, several words for example.' });
  }
}

/** `123456789012`, `abcdefghijkl`, or the same backwards. */
function isRun(text: string): boolean {
  const steps = Array.from(text).slice(1).map((letter, index) => letter.charCodeAt(0) - text.charCodeAt(index));
  return steps.filter((step) => step === steps[0] && Math.abs(step) <= 1).length > steps.length * 0.7;
}
