import { z } from 'zod';

const line = z.string().max(300).default('');

const timezone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('id', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'No such time zone');

/** Exists in every year, so not 29 February. */
const dayOfYear = z.object({ day: z.number().int().min(1).max(31), month: z.number().int().min(1).max(12) }).refine(({ day, month }) => day <= new Date(Date.UTC(2023, month, 0)).getUTCDate(), 'No such day');

/** Every setting of the office, by key, with its shape. Unknown keys are refused. */
export const SETTINGS = {
  'office.name': z.string().min(1).max(200),
  /** In which mails to the address of an office are written; people have a language of their own. */
  'office.language': z.enum(['id', 'en']),
  timezone,
  letterhead: z.object({ government: line, office: line, address: line, contact: line, place: line, logo: z.string().max(400_000).regex(/^(data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+)?$/).default('') }),
  signers: z.array(z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), name: z.string().min(1).max(200), title: line, rank: line, nip: line, prefix: z.enum(['', 'a.n.', 'Plh.', 'Plt.']).default(''), onBehalfOf: line })).max(20),
  'letters.numberFormat': z.string().min(3).max(120).regex(/\{n(:\d)?\}/),
  'letters.requireSigned': z.boolean(),
  'letters.assignmentType': z.enum(['surat-tugas', 'nota-dinas', 'lembar-disposisi']),
  /** Working days that a producer has for corrections. */
  'collection.correctionDays': z.number().int().min(1).max(60),
  /** Working days before the deadline at which producers are reminded, each once. */
  'collection.reminderDays': z.array(z.number().int().min(0).max(60)).min(1).max(6),
  /** Working days before the deadline when the leaders of producers that still owe data are told; empty for never. */
  'collection.escalationDays': z.union([z.literal(''), z.number().int().min(0).max(60)]),
  /** Day of each year when the opening of a period is called to mind; empty for none. */
  'collection.yearlyReminder': z.union([z.literal(''), dayOfYear]),
  /** Which data sets go to BPS before they are published. */
  'review.scope': z.enum(['all', 'priority']),
  /** Hour of the office's day at which people are mailed what waits for them; empty for never. */
  'notifications.digestHour': z.union([z.literal(''), z.number().int().min(0).max(23)]),
  /** Whether another person publishes than the last who edited. */
  'procedures.fourEyes': z.boolean(),
} as const satisfies Record<string, z.ZodType>;

type Values = { [K in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[K]> };

/** What holds until an administrator sets it: the settings page shows it, and everything else goes by it. */
export const DEFAULTS: Readonly<Partial<Values>> = {
  timezone: 'Asia/Jakarta',
  'office.language': 'id',
  'letters.numberFormat': '{n}/DISKOMINFO/{roman month}/{year}',
  'letters.requireSigned': true,
  'letters.assignmentType': 'surat-tugas',
  'collection.correctionDays': 5,
  'collection.reminderDays': [7, 3, 1],
  'review.scope': 'all',
  'procedures.fourEyes': false,
};

export const SettingsView = z.object(Object.fromEntries(Object.entries(SETTINGS).map(([key, schema]) => [key, schema.optional()])) as { [K in keyof typeof SETTINGS]: z.ZodOptional<(typeof SETTINGS)[K]> });
/** Null goes back to the default. */
export const SettingsBody = z.strictObject(Object.fromEntries(Object.entries(SETTINGS).map(([key, schema]) => [key, schema.nullish()])) as unknown as { [K in keyof typeof SETTINGS]: z.ZodOptional<z.ZodNullable<(typeof SETTINGS)[K]>> });
