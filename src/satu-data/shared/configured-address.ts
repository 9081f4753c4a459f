/** The address under which people reach the application, without a slash at its end; null while nobody has set `PUBLIC_URL`. */
export const configuredAddress = (): string | null => process.env['PUBLIC_URL']?.replace(/\/$/, '') || null;
