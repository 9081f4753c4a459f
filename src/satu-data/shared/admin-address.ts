import { configuredAddress } from './configured-address.js';

/** Where people work, for letters and mails; null while nobody has said under which address they reach it. */
export const adminAddress = (path = ''): string | null => {
  const configured = configuredAddress();
  return configured && `${configured}/admin${path}`;
};

/** Where all of one producer's part of a period is, with the way to the task: below the admin. */
export const roomPath = ({ periodId, id }: { readonly periodId: string; readonly id: string }): string => `/satu-data/deliveries/${periodId}/${id}`;
