import type { StandardSchemaV1 } from '@standard-schema/spec';
import { FatalError } from '../failures.js';

type Issue = StandardSchemaV1.Issue;

/**
 * The checked value. A process variable that was declared but never set is null in the engine; where the schema wants
 * such a value to be absent instead, it is.
 *
 * @throws FatalError naming each misfit: no retry mends it.
 */
export async function checked(schema: StandardSchemaV1 | undefined, value: unknown, what: string): Promise<unknown> {
  if (!schema) return value;
  let result = await schema['~standard'].validate(value);
  if (result.issues) {
    const retried = withoutNulls(value, result.issues);
    if (retried) result = await schema['~standard'].validate(retried);
  }
  if (result.issues) throw new FatalError(`${what} does not fit: ${result.issues.map(describe).join('; ')}`);
  return result.value;
}

const keyOf = (segment: PropertyKey | StandardSchemaV1.PathSegment): PropertyKey => (typeof segment === 'object' ? segment.key : segment);
const pathOf = (issue: Issue): string => (issue.path ?? []).map((segment) => String(keyOf(segment))).join('.');
const describe = (issue: Issue): string => (issue.path?.length ? `${pathOf(issue)}: ${issue.message}` : issue.message);

function withoutNulls(value: unknown, issues: readonly Issue[]): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = { ...(value as Record<string, unknown>) };
  let dropped = false;
  for (const issue of issues) {
    const key = issue.path?.length === 1 && issue.path[0] !== undefined ? String(keyOf(issue.path[0])) : undefined;
    if (key === undefined || record[key] !== null) continue;
    delete record[key];
    dropped = true;
  }
  return dropped ? record : null;
}
