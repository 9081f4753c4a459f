import type { Language } from '../../../sdk/index.js';
import type { Issued } from '../directory.service.js';

type Words = Record<'subject' | 'text' | 'shown', string>;
interface Gaps {
  readonly name: string;
  readonly username: string;
  readonly office: string;
  readonly link: string;
  readonly until: string;
}

const WORDS: Record<Language, (gaps: Gaps) => Words> = {
  id: ({ name, username, office, link, until }) => ({
    subject: `Tautan masuk Tertib${office && ` – ${office}`}`,
    text: `Yth. ${name},\n\nbuka tautan ini untuk membuat kata sandi Anda sendiri. Nama pengguna Anda: ${username}\n\n${link}\n\nTautan hanya berlaku satu kali, sampai ${until}. Jangan teruskan surel ini. Bila sudah lewat, minta yang baru kepada administrator.\n`,
    shown: `Yth. ${name},\n\n(Tautan satu kali; tidak disimpan.)\n\nBerlaku sampai ${until}.\n`,
  }),
  en: ({ name, username, office, link, until }) => ({
    subject: `Your link to sign in to Tertib${office && ` – ${office}`}`,
    text: `Dear ${name},\n\nopen this link to choose a password of your own. Your user name: ${username}\n\n${link}\n\nThe link works once, until ${until}. Do not pass this mail on. If it is too late, ask the administrator for a new one.\n`,
    shown: `Dear ${name},\n\n(A link that works once; it is not kept.)\n\nValid until ${until}.\n`,
  }),
};

/** Behind the `#`: browsers send that part to no server, and no log has it. */
const linkTo = (site: string, username: string, code: string): string => `${site}#${new URLSearchParams({ username, code }).toString()}`;

/** @param site - address of the screens, from the operator's settings and never from a request. */
export function invitationMail({ name, username, language, oneTimePassword, validUntil }: Issued, { site, office, timeZone }: { site: string; office: string; timeZone: string }): Words {
  const until = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(validUntil);
  return WORDS[language]({ name, username, office, until, link: linkTo(site, username, oneTimePassword) });
}
