/** What both conventions read, each as another number: `1.234`, `10,500`. */
const OPEN = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
export const isOpen = (text: string): boolean => OPEN.test(text);

/** A number as it stands in a field, with the decimal mark of the page's language; both marks are read. What may be two numbers stays as somebody wrote it. */
export function withMark(text: string, language: 'id' | 'en'): string {
  const [, whole = '', fraction = '', unit = ''] = /^([+-]?\d+)[.,](\d*)(\s*%?)$/.exec(text) ?? [];
  return whole === '' || isOpen(`${whole}.${fraction}`) ? text : `${whole}${language === 'id' ? ',' : '.'}${fraction}${unit}`;
}
