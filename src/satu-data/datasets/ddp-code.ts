/** Of a data set that is not on the central list of priority data (Daftar Data Prioritas). */
const NOT_LISTED = '-';

/** What people write for it: no letter and no digit, whatever the dash, or one of these words. */
const NOTHING = /^(?:0+|(?:tidak|tdk|bukan|belum|non)(?: (?:ada|termasuk|masuk|terdaftar|prioritas|ddp|data prioritas|data ddp))*|nihil|kosong|n ?a|no|none|not (?:listed|applicable|on the list))$/;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function isListed(code: string): boolean {
  const said = plain(code);
  return said !== '' && !NOTHING.test(said);
}

/** The ID as it was typed; one way to write that there is none. */
export const ddpCodeOf = (typed: string | null | undefined): string => (typed && isListed(typed) ? typed.trim() : NOT_LISTED);
