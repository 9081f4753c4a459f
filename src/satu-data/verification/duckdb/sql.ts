/** The one place where a text becomes SQL (columns are `v0`, `e0`, …: no name of a file or a variable ever does); DuckDB knows no escapes in it but the doubled quote. NUL, which no literal can hold, is left out. */
export const literal = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;

/** A query in layers: each sees what the one within it has named, so that nothing is worked out twice. */
export const layered = (source: string, levels: readonly (readonly string[])[]): string => levels.reduce((from, level) => `SELECT *, ${level.join(', ')} FROM (${from}) AS level`, source);

export const list = (texts: readonly string[]): string => texts.map(literal).join(', ');
