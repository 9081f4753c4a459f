import type { Principal, StandsIn } from '../../sdk/index.js';

/** Of the column that keeps it. */
const LONGEST = 255;

type Who = Pick<Principal, 'roles' | 'standsIn'>;

/** For whom the person does what one of these roles is asked for; undefined where one of them is his own. */
export function standingFor({ roles, standsIn = [] }: Who, asked: readonly string[]): StandsIn | undefined {
  const isOwn = (role: string): boolean => !standsIn.some((one) => one.role === role);
  return roles.some((role) => isOwn(role) && asked.includes(role)) ? undefined : standsIn.find(({ role }) => asked.includes(role));
}

/** What a case shows for good: the name, and in whose place where the role asked for is another's. */
export function signature(who: Who & Pick<Principal, 'name'>, asked: readonly string[]): string {
  const standing = standingFor(who, asked);
  return standing ? `${who.name} (${standing.title.id})`.slice(0, LONGEST) : who.name;
}

/** The same for the audit log, whose entries have the name already. */
export function onBehalf(who: Who, asked: readonly string[]): { as?: string } {
  const standing = standingFor(who, asked);
  return standing ? { as: standing.title.id } : {};
}
