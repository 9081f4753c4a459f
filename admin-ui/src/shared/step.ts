/** The step in words, unless the name begins with its number already. */
export const stepNote = (say: (step: string) => string, name: string, step: string | null): string =>
  step === null || step === '' || new RegExp(`^${step}\\W`).test(name) ? '' : say(step);
