import { z } from 'zod';

/** The engine carries codes in variables, where a comma would add a group. */
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,40}$/);
const kind = z.enum(['walidata', 'produsen', 'bps']);
const email = z.union([z.email().max(255), z.literal('')]).nullish().transform((value) => value || null);

export const OfficeBody = z.object({ code, name: z.string().min(2).max(255), kind, email, active: z.boolean().default(true) });
export const OfficeView = z.object({ id: z.string(), code: z.string(), name: z.string(), kind, email: z.string().nullable(), active: z.boolean() });
export const OfficesQuery = z.object({ kind: kind.optional() });

export const UserBody = z.object({
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,60}$/),
  name: z.string().min(2).max(255),
  title: z.string().max(255).nullish().transform((value) => value || null),
  nip: z.string().max(64).nullish().transform((value) => value || null),
  email,
  officeId: z.string().max(64).nullable(),
  /** Keys of roles that there are: the directory knows them. */
  roles: z.array(z.string().max(64)).max(100),
  active: z.boolean().default(true),
  /** Of the invitation, and of the screens until the person chooses. */
  language: z.enum(['id', 'en']).optional(),
});
export const UserView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  nip: z.string().nullable(),
  email: z.string().nullable(),
  active: z.boolean(),
  mustChange: z.boolean(),
  /** Until when the one-time password opens anything; null for none, or one without an end. */
  oneTimeUntil: z.iso.datetime().nullable(),
  language: z.enum(['id', 'en']),
  roles: z.array(z.string()),
  officeId: z.string().nullable(),
  office: OfficeView.nullable(),
});
/** `mail`: where it can be, by mail; on paper where it cannot. */
const by = z.enum(['mail', 'paper']).default('paper');
export const NewUserBody = UserBody.extend({ by });
export const DeliveryBody = z.object({ by }).prefault({});

/** A one-time password that was given, and how it gets to its person. */
export const NewAccount = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  language: z.enum(['id', 'en']),
  /** Shown this once; null where it went by mail. */
  oneTimePassword: z.string().nullable(),
  validUntil: z.iso.datetime(),
  /** The site's address as the operator has set it; null where he has not. */
  site: z.string().nullable(),
  mailedTo: z.string().nullable(),
  /** Why it did not go by mail, where that was asked for. */
  notMailed: z.enum(['no-address', 'no-server', 'no-site', 'refused']).nullable(),
});

export const ImportBody = z.object({ csv: z.string().min(1).max(1_000_000) });
export const ImportResult = z.object({ offices: z.number(), accounts: z.array(NewAccount) });

export const HolidayBody = z.object({ date: z.iso.date(), name: z.string().min(1).max(255), kind: z.enum(['libur_nasional', 'cuti_bersama']) });
