const TEMPLATE = /\{\{|\$\{|#\{|\{%|<%/;
const CODE = /javascript:|data:\s*text\/html|vbscript:/i;
const TAG = /<[a-z!/?]/i;

/** Plain text: no mark-up, no template, no script address. */
export const isPlainText = (value: unknown): boolean => typeof value === 'string' && value.length <= 5_000 && !TAG.test(value) && !TEMPLATE.test(value) && !CODE.test(value);

const ALLOWED_TAG = /<\/?(?:p|b|strong|em|i|u|ul|ol|li|br|h[1-6]|table|thead|tbody|tr|td|th|span|div|blockquote|hr|code|small|sup|sub)(?:\s+class="[\w\s-]*")?\s*\/?>/gi;
const LINK = /<a\s+href="(?:\/(?!\/)[^"<>\\\s]*|#[^"<>]*|mailto:[^"<>]*)"(?:\s+class="[\w\s-]*")?\s*>|<\/a>/gi;

/** The mark-up of a `content` component: a few plain tags, links within our own house. */
export function isPlainMarkup(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 50_000 || TEMPLATE.test(value) || CODE.test(value)) return false;
  return !TAG.test(value.replace(ALLOWED_TAG, '').replace(LINK, ''));
}
