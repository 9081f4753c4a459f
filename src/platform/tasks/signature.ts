import type { Principal } from '../../sdk/index.js';

/** Of the column that keeps it. */
const LONGEST = 255;

/** What a case shows for good: the name, and in whose place where the role asked for is another's. */
export function signature({ name, roles, standsIn = [] }: Pick<Principal, 'name' | 'roles' | 'standsIn'>, asked: readonly string[]): string {
  const isOwn = (role: string): boolean => !standsIn.some((one) => one.role === role);
  if (roles.some((role) => isOwn(role) && asked.includes(role))) return name;
  const standing = standsIn.find(({ role }) => asked.includes(role));
  return standing ? `${name} (${standing.title.id})`.slice(0, LONGEST) : name;
}
