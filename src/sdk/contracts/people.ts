/** Who is asking, or did something. */
export interface Principal {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly title?: string | null;
  readonly roles: readonly string[];
  readonly officeId: string | null;
  readonly officeKind: OfficeKind | null;
  readonly language: 'id' | 'en';
}

export type OfficeKind = 'walidata' | 'produsen' | 'bps';

export interface Office {
  readonly id: string;
  /** Short stable code; letters, digits and hyphens only, because the engine carries it in variables. */
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly email: string | null;
}

/** Offices and their people. */
export abstract class Offices {
  abstract all(kind?: OfficeKind): Promise<Office[]>;
  abstract byId(id: string): Promise<Office | null>;
  abstract byCode(code: string): Promise<Office | null>;
  /** E-mail addresses of active people with this role, at one office or anywhere. */
  abstract mailOf(role: string, officeId?: string): Promise<string[]>;
}

/** Who is asking, in the current request or task. */
export abstract class Asker {
  /** Null in background work. */
  abstract current(): Principal | null;
  /** @throws an "unauthenticated" problem where nobody is signed in. */
  abstract required(): Principal;
  /**
   * Whether the asker's roles have this permission; false where nobody asks.
   *
   * @throws Error for a permission that no plugin brings.
   */
  abstract can(permission: string): Promise<boolean>;
}

/** The office's own settings (letterhead, signers, time zone, …), by key. */
export abstract class Settings {
  abstract get<T>(key: string, fallback: T): Promise<T>;
}

/** Working days of the office: weekends, public holidays and collective leave left out. */
export abstract class WorkingDays {
  /** `days` working days after (negative: before) `from`, at the same time of day in the office's zone. */
  abstract add(from: Date, days: number): Promise<Date>;
}
