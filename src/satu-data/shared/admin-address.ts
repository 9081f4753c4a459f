/** Where people work, for letters and mails; null while nobody has said under which address they reach it. */
export const adminAddress = (): string | null => {
  const configured = process.env['PUBLIC_URL'];
  return configured ? `${configured.replace(/\/$/, '')}/admin` : null;
};
