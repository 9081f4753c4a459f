const MAX_LENGTH = 150;
// Control and format characters (among them the right-to-left override that turns "fdp.exe" around), and what some system forbids.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What is left of a client's file name when it can harm no folder, header or screen. Never empty; keeps the extension. */
export function safeFileName(claimed: string): string {
  const last = claimed.split(/[/\\]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(UNSAFE, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const named = clean === '' || RESERVED.test(clean) ? `berkas${clean === '' ? '' : `-${clean}`}` : clean;
  if (named.length <= MAX_LENGTH) return named;
  const extension = extensionOf(named);
  return Array.from(named).slice(0, MAX_LENGTH - extension.length - 1).join('') + (extension ? `.${extension}` : '');
}

/** Lower-case, without the dot; empty where there is none. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** `Content-Disposition` that downloads under this name, also where it has letters beyond ASCII (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
