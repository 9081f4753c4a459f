import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });

/** A person with the roles that count today, and what each is from. */
export const PersonRoles = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  active: z.boolean(),
  officeName: z.string().nullable(),
  roles: z.array(z.object({
    key: z.string(),
    name: Text,
    /** As whose substitute, and until which day (YYYY-MM-DD, included); null: his own. */
    standsIn: z.object({ title: Text, untilDay: z.string() }).nullable(),
    /** To which colleague the person delegates it now. */
    delegatedTo: z.object({ name: z.string(), untilDay: z.string() }).nullable(),
  })),
  permissions: z.array(z.object({ key: z.string(), title: Text, description: Text, through: z.array(z.string()) })),
});
