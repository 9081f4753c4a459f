/** The one place where a text becomes SQL (columns are `v0`, `e0`, …: no name of a file or a variable ever does); DuckDB knows no escapes in it but the doubled quote. NUL, which no literal can hold, is left out. */
export const literal = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;

export const list = (texts: readonly string[]): string => texts.map(literal).join(', ');
