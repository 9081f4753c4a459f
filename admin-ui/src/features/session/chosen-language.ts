import { request } from '../../api/index.js';
import { changeLanguage, type Language } from '../../shared/i18n/index.js';

let chosen: Language | undefined;

const store = (language: Language) => request('/session/language', { method: 'PUT', body: { language } });

/** Whoever is signed in keeps it with the account, since what the server writes follows that; before, it is for who signs in next. */
export async function chooseLanguage(next: Language, signedIn: boolean): Promise<void> {
  await changeLanguage(next);
  if (signedIn) await store(next).catch(() => undefined);
  else chosen = next;
}

/** What was chosen on the page where somebody signs in now goes into their account. */
export async function handOverLanguage(account: Language): Promise<void> {
  if (chosen !== undefined && chosen !== account) await store(chosen).catch(() => undefined);
  chosen = undefined;
}
