import type { Principal } from 'tertib';
import { reject } from './reject.js';

/**
 * Whoever records another's word needs it in writing: an operator the leader's signed sheet, an official BPS's letter. Only who
 * holds the role may say it by himself.
 */
export function requireWritten<D extends object, K extends keyof D & string>({ user, data }: { readonly user: Principal; readonly data: D }, role: string, field: K, ...written: D[K][]): void {
  if (user.roles.includes(role) || written.includes(data[field])) return;
  reject(field, 'Anda mencatat untuk orang lain: pilih cara tertulis dan lampirkan pindaiannya.', 'You are recording for someone else: choose the written way and attach its scan.');
}
