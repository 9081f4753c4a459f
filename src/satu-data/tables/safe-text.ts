/** A dash alone says that there is nothing, and is no formula. */
const startsFormula = /^(?:[=+@\t\r]|-.)/s;
const isNumber = /^-?\d+([.,]\d+)?$/;

/** Whether a spreadsheet would run it as a formula (OWASP, CSV injection). */
export const isFormula = (text: string): boolean => startsFormula.test(text) && !isNumber.test(text);

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const safeText = (text: string): string => (isFormula(text) ? `'${text}` : text);
