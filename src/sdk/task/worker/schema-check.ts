import type { StandardSchemaV1 } from '@standard-schema/spec';
import { FatalError } from '../failures.js';

type Issue = StandardSchemaV1.Issue;

/**
 * The checked value. A process variable that was declared but never set is null in the engine; where the schema wants
 * such a value to be absent instead, it is. With `literals`, as for input: what a diagram writes out is text in the engine;
 * where the schema wants a number or a yes or no, and the text is exactly one, it becomes one.
 *
 * @throws FatalError naming each misfit: no retry mends it.
 */
export async function checked(schema: StandardSchemaV1 | undefined, value: unknown, what: string, { literals = false } = {}): Promise<unknown> {
  if (!schema) return value;
  const result = await validated(schema, value, literals);
  if (result.issues) throw new FatalError(`${what} does not fit: ${result.issues.map(describe).join('; ')}`);
  return result.value;
}

/** What a handler would refuse of its input; empty: it would take it. @internal */
export async function inputIssues(schema: StandardSchemaV1 | undefined, value: unknown): Promise<{ path: string; message: string }[]> {
  const issues = schema ? ((await validated(schema, value, true)).issues ?? []) : [];
  return issues.map((issue) => ({ path: pathOf(issue), message: issue.message }));
}

async function validated(schema: StandardSchemaV1, value: unknown, literals: boolean): Promise<StandardSchemaV1.Result<unknown>> {
  const result = await schema['~standard'].validate(value);
  const retried = result.issues ? mended(value, result.issues, literals) : null;
  return retried ? schema['~standard'].validate(retried) : result;
}

const keyOf = (segment: PropertyKey | StandardSchemaV1.PathSegment): PropertyKey => (typeof segment === 'object' ? segment.key : segment);
const pathOf = (issue: Issue): string => (issue.path ?? []).map((segment) => String(keyOf(segment))).join('.');
const describe = (issue: Issue): string => (issue.path?.length ? `${pathOf(issue)}: ${issue.message}` : issue.message);

function mended(value: unknown, issues: readonly Issue[], literals: boolean): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = { ...(value as Record<string, unknown>) };
  let changed = false;
  for (const issue of issues) {
    const key = issue.path?.length === 1 && issue.path[0] !== undefined ? String(keyOf(issue.path[0])) : undefined;
    const literal = key === undefined || !literals ? undefined : literalOf(record[key]);
    if (key === undefined || (record[key] !== null && literal === undefined)) continue;
    if (record[key] === null) delete record[key];
    else record[key] = literal;
    changed = true;
  }
  return changed ? record : null;
}

/** The number, or the yes or no, that a text is the exact writing of. */
function literalOf(text: unknown): boolean | number | undefined {
  if (typeof text !== 'string') return undefined;
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
