import { z } from 'zod';

const Text = z.object({ id: z.string(), en: z.string() });

export const RoleNames = z.object({ nameId: z.string().min(1).max(255), nameEn: z.string().min(1).max(255) });

export const PermissionView = z.object({
  key: z.string(),
  plugin: z.string(),
  title: Text,
  description: Text,
  /** The roles that have it. */
  roles: z.array(z.string()),
  /** Those that have it where nobody has decided otherwise. */
  standard: z.array(z.string()),
});
export const GivenRoles = z.object({ roles: z.array(z.string().max(64)).max(100) });
