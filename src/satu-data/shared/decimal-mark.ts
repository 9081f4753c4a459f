/** A number as it stands in a field, with the decimal mark of the page's language; both marks are read. */
export const withMark = (text: string, language: 'id' | 'en'): string => text.replace(/^([+-]?\d+)[.,](?=\d|$)/, `$1${language === 'id' ? ',' : '.'}`);
