import { schemeOf } from '../code-lists/column-codes.js';
import { isRequired, type Variable } from '../datasets/dataset.types.js';

/** A field of a Frictionless Table Schema: datapackage.org/standard/table-schema. */
export interface SchemaField {
  readonly name: string;
  readonly title: string;
  readonly type: 'integer' | 'number' | 'string' | 'date';
  readonly description?: string;
  /** Not of the standard, which lets a field hold more: what the values are counted in, whether they add up where somebody said so, and whose list its codes are of. */
  readonly unit?: string;
  readonly additivity?: 'sum' | 'flow' | 'average' | 'none';
  readonly codeList?: string;
  readonly constraints?: Constraints;
}

interface Constraints {
  readonly required?: true;
  readonly unique?: true;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
}

export interface TableSchema {
  readonly fields: readonly SchemaField[];
  readonly primaryKey?: readonly string[];
  readonly missingValues: readonly string[];
}

type Column = Omit<Variable, 'required'> & { readonly required?: boolean };

/** What the columns of a table say of themselves to a reader outside: the same that the grid, the template and verification go by. */
export function tableSchema(columns: readonly Column[]): TableSchema {
  const primaryKey = columns.filter(({ key }) => key).map(({ name }) => name);
  // A row's key is of all its columns together; only where it is one column does no value come twice.
  const unique = primaryKey.length === 1 ? primaryKey[0] : undefined;
  return { fields: columns.map((one) => fieldOf(one, one.name === unique)), ...(primaryKey.length > 0 && { primaryKey }), missingValues: [''] };
}

function fieldOf({ name, title, type, unit, additivity, definition, ...rule }: Column, unique: boolean): SchemaField {
  const constraints: Constraints = {
    ...(isRequired(rule) && { required: true }), ...(unique && { unique: true }), ...(rule.min && { minimum: rule.min }), ...(rule.max && { maximum: rule.max }),
    ...(rule.pattern && { pattern: rule.pattern }), ...(rule.codes?.length && { enum: rule.codes }),
  };
  const scheme = schemeOf({ type, list: rule.list ?? null });
  return {
    name, title, type: type === 'region' ? 'string' : type, ...(definition && { description: definition }), ...(unit && { unit }), ...(additivity && { additivity }), ...(scheme && { codeList: scheme }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
