import { z } from 'zod';

export const SignInBody = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) });
export const PasswordBody = z.object({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) });

export const SessionView = z.object({
  user: z.object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    roles: z.array(z.string()),
    officeId: z.string().nullable(),
    officeKind: z.enum(['walidata', 'produsen', 'bps']).nullable(),
    language: z.enum(['id', 'en']),
    mustChange: z.boolean(),
    /** What the user is for others today, and until which day (YYYY-MM-DD, included). */
    standsIn: z.array(z.object({ role: z.string(), title: z.object({ id: z.string(), en: z.string() }), untilDay: z.string(), forUserId: z.string().optional() })),
  }),
  /** Keys of what the user may do in plugins, by his roles. */
  permissions: z.array(z.string()),
  /** Names of all roles, as the office calls them. */
  roles: z.array(z.object({ key: z.string(), name: z.object({ id: z.string(), en: z.string() }) })),
  officeName: z.string(),
  /** IANA name of the office's time zone; every time on screen is in it. */
  timezone: z.string(),
  /** Set while an administrator sees as this person: nothing can be changed, until then. */
  seenBy: z.object({ name: z.string(), until: z.iso.datetime() }).nullable(),
  /** Set where passwords cross the network in the clear. */
  warning: z.enum(['plain-http']).nullable(),
});

export const DemoAccounts = z.array(z.object({ role: z.string(), office: z.string(), username: z.string(), password: z.string(), name: z.string() }));
export const LanguageBody = z.object({ language: z.enum(['id', 'en']) });
