/** What may stand amid a sentence, where it stands alone or begins one. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
