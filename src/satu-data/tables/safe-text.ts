const startsFormula = /^[=+\-@\t\r]/;
const isNumber = /^-?\d+([.,]\d+)?$/;

/** Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection). */
export const safeText = (text: string): string => (startsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text);
