/** The one place where a text becomes SQL (columns are `v0`, `e0`, …: no name of a file or a variable ever does); DuckDB knows no escapes in it but the doubled quote. NUL, which no literal can hold, is left out. */
export const literal = (text: string): string => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;

/** A query in layers: each sees what the one within it has named, so that nothing is worked out twice. */
export const layered = (source: string, levels: readonly (readonly string[])[]): string => levels.filter((level) => level.length > 0).reduce((from, level) => `SELECT *, ${level.join(', ')} FROM (${from}) AS level`, source);

/** What is worked out of an expression that is itself worked out once, within a branch that few rows come to: a layer would be there for all of them. */
export const bound = (value: string, name: string, body: (name: string) => string): string => `list_transform([${value}], lambda ${name}: ${body(name)})[1]`;

export const list = (texts: readonly string[]): string => texts.map(literal).join(', ');
