import type { Choices } from '../../src/platform/forms/index.js';

/** For forms that let nobody choose a person, an office or a code. */
export const NO_CHOICES = {
  permitted: () => Promise.resolve({}),
  inWords: (_form: unknown, data: object) => Promise.resolve(data),
} as unknown as Choices;
