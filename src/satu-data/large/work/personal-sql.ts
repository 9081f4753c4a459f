import type { Variable } from '../../datasets/dataset.types.js';
import { isFreeText, PERSONAL_VALUES, type PersonalCounts, type PersonalValue } from '../../disclosure/personal-values.js';
import type { Database } from '../../verification/duckdb/database.js';
import { literal } from '../../verification/duckdb/sql.js';
import type { LargeShape } from '../large.types.js';

/** `personalCounts` of a table that is not in memory: of all its rows. Most texts begin with a letter or have no `@`, and no pattern is held against them. */
export async function personalIn(database: Database, values: string, { names }: LargeShape, variables: readonly Variable[]): Promise<PersonalCounts> {
  const columns = variables.filter((one) => isFreeText(one) && names.includes(one.name)).map(({ name }) => ({ name, value: `v${names.indexOf(name)}` }));
  if (columns.length === 0) return {};
  const kinds = Object.keys(PERSONAL_VALUES) as PersonalValue[];
  const counted = columns.flatMap(({ value }, index) => kinds.map((kind) => `count(*) FILTER (${likely(kind, value)} AND regexp_full_match(${value}, ${literal(PERSONAL_VALUES[kind])}))::INTEGER AS ${kind}${index}`));
  const [row = {}] = await database.rows<Record<string, number>>(`SELECT ${counted.join(', ')} FROM ${values}`);
  return Object.fromEntries(columns.map(({ name }, index) => [name, Object.fromEntries(kinds.flatMap((kind) => { const count = Number(row[`${kind}${index}`]); return count > 0 ? [[kind, count]] : []; }))]));
}

/** Digits and `+` stand before `:`. */
const likely = (kind: PersonalValue, value: string): string => (kind === 'email' ? `contains(${value}, '@')` : `${value} < ':' AND strlen(${value}) BETWEEN 9 AND 24`);
