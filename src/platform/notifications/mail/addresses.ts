// Deliberately narrower than RFC 5322: nothing that could end a header, name two people or need quoting.
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i;

export const isAddress = (text: string): boolean => ADDRESS.test(text) && !text.includes('..');

/** One line of text: what a header may hold. */
export const headerText = (text: string, length = 250): string => Array.from(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()).slice(0, length).join('');

/** The domain of `Tertib <a@b.example>` or `a@b.example`; where there is none, `localhost`. */
export const domainOf = (from: string): string => /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? 'localhost';
