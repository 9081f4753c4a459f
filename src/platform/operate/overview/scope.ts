/** Which cases and times are looked at. Times as the database keeps them. */
export interface Scope {
  readonly procedure: string;
  readonly since: string;
  readonly now: string;
}

export const valuesOf = ({ procedure, since, now }: Scope): Record<string, string> => ({ procedure, since, now });
