import type { Language, Text } from './text.js';

/** A role that somebody holds for another person, for some days. @public */
export interface StandsIn {
  /** The role's key; it is also among the {@link Principal.roles}. */
  readonly role: string;
  /** As it is written behind the name, such as "Plh. Kepala Dinas" or "a.n. Sari, Kepala Seksi". */
  readonly title: Text;
  /** The last day, YYYY-MM-DD in the office's time zone. */
  readonly untilDay: string;
  /** The person who delegated it; absent where an administrator appointed. */
  readonly forUserId?: string;
}

/** Who is asking, or did something. @public */
export interface Principal {
  /** Their id, a UUID. */
  readonly id: string;
  /** What they sign in with. */
  readonly username: string;
  /** As it is written under letters. */
  readonly name: string;
  /** Their post; null or absent where none is kept. */
  readonly title?: string | null;
  /** Keys of the roles that they hold. */
  readonly roles: readonly string[];
  /** Those of the roles that are another's, which they hold as a substitute (Plh., Plt.) or by delegation today. */
  readonly standsIn?: readonly StandsIn[];
  /** Their office; null for people of none. */
  readonly officeId: string | null;
  /** What kind of office that is. */
  readonly officeKind: OfficeKind | null;
  /** In which the screens speak to them. */
  readonly language: 'id' | 'en';
}

/** What an office is in the exchange of data: who looks after it, who produces it, or the statistics office. @public */
export type OfficeKind = 'walidata' | 'produsen' | 'bps';

/** An office that takes part in procedures. @public */
export interface Office {
  /** Its id, a UUID. */
  readonly id: string;
  /** Short stable code; letters, digits and hyphens only, because the engine carries it in variables. */
  readonly code: string;
  /** Its full name. */
  readonly name: string;
  /** What it is in the exchange of data. */
  readonly kind: OfficeKind;
  /** Where mail for the office goes; null where none is kept. */
  readonly email: string | null;
}

/** Somebody who holds a role. @beta */
export interface OfficePerson {
  /** As it is written under letters. */
  readonly name: string;
  /** Where mail reaches them; null where none is kept. */
  readonly email: string | null;
  /** In which they want to be spoken to. */
  readonly language: Language;
}

/**
 * Offices and their people.
 *
 * @public
 * @example
 * const addresses = await offices.mailOf('operator', office.id);
 */
export abstract class Offices {
  /** The offices in use, by name; of one kind, or all. */
  abstract all(kind?: OfficeKind): Promise<Office[]>;
  /** The office of this id, also one no longer in use; null where there is none. */
  abstract byId(id: string): Promise<Office | null>;
  /** The offices of these ids, also those no longer in use, in no order; an unknown id has none. @beta */
  abstract byIds(ids: readonly string[]): Promise<Office[]>;
  /** The office of this code, also one no longer in use; null where there is none. */
  abstract byCode(code: string): Promise<Office | null>;
  /** E-mail addresses of active people with this role, at one office or anywhere. */
  abstract mailOf(role: string, officeId?: string): Promise<string[]>;
  /** Active people with this role, also those who hold it for somebody else today, at one office or anywhere: to write to each in his language. @beta */
  abstract peopleOf(role: string, officeId?: string): Promise<OfficePerson[]>;
  /** What roles are called today, by key: as the administrator says, else as their plugin does. @beta */
  abstract roleNames(): Promise<ReadonlyMap<string, Text>>;
}

/**
 * Who is asking, in the current request or task.
 *
 * @public
 * @example
 * const { name } = this.asker.required();
 */
export abstract class Asker {
  /** The person signed in; null in background work, which a handler's is, and on a public route. */
  abstract current(): Principal | null;
  /** The person signed in. @throws `sign-in-required` (401) where there is nobody. */
  abstract required(): Principal;
  /**
   * Whether the asker's roles have this permission; false where nobody asks.
   *
   * @throws Error for a permission that no plugin brings.
   */
  abstract can(permission: string): Promise<boolean>;
}

/**
 * The office's own settings (letterhead, signers, time zone, …), by key.
 *
 * @public
 * @example
 * const zone = await settings.get('timezone', 'Asia/Jakarta');
 */
export abstract class Settings {
  /** What the administrator set, else Tertib's own default for the key, else `fallback`. */
  abstract get<T>(key: string, fallback: T): Promise<T>;
}

/**
 * Working days of the office: weekends and the holidays that the administrator keeps are left out.
 *
 * @public
 * @example
 * const due = await workingDays.add(this.clock.now(), 10);
 */
export abstract class WorkingDays {
  /** `days` working days after (negative: before) `from`, at the same time of day in the office's zone. */
  abstract add(from: Date, days: number): Promise<Date>;

  /**
   * How many working days come after the day of `from`, up to the day of `to`; negative where `to` is before. The time of day does
   * not count, so `between(from, await add(from, 10))` is 10.
   */
  abstract between(from: Date, to: Date): Promise<number>;
}
