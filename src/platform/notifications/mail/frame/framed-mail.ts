import type { Language } from '../../../../sdk/index.js';
import { blocksOf, type Block, type Item } from './mail-blocks.js';

interface PlainMail {
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  /** Who sends it; empty while the administrator has not said. */
  readonly office: string;
  readonly site: string | undefined;
}

const WORDS = {
  id: { open: 'Buka di Tertib', sent: 'Surel ini dikirim otomatis oleh Tertib.', leads: (host: string) => `Tautannya hanya menuju ${host}.` },
  en: { open: 'Open in Tertib', sent: 'This mail was sent automatically by Tertib.', leads: (host: string) => `Its links lead to ${host} only.` },
} as const;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
const joined = (lines: readonly string[]): string => lines.map(escaped).join('<br>');

const BLUE = '#1c5a7d';
const PARAGRAPH = 'margin:0 0 16px';
const CALLOUT = `margin:0 0 16px;padding:12px 16px;border-left:4px solid ${BLUE};background:#eef4f8;font-weight:bold`;
const BUTTON = `display:inline-block;padding:12px 20px;border-radius:6px;background:${BLUE};color:#ffffff;font-weight:bold;text-decoration:none`;
const LINK = `color:${BLUE};font-weight:bold`;

/** The same mail as a page: the text's own words in the frame that all mails have. Nothing of the text is markup, and nothing is fetched from anywhere. */
export function framedMail({ subject, text, language, office, site }: PlainMail): string {
  const words = WORDS[language];
  // The frame says already who sends it.
  const said = office && text.trimEnd().endsWith(`\n${office}`) ? text.trimEnd().slice(0, -office.length) : text;
  const foot = [words.sent, ...(site ? [words.leads(new URL(site).host)] : [])].join(' ');
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:0;background:#f1f4f7"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f1f4f7"><tr><td align="center" style="padding:16px 8px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid #d9e0e6;border-radius:8px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#26323f;text-align:left">',
    `<tr><td style="padding:16px 24px;border-bottom:1px solid #d9e0e6;color:${BLUE};font-weight:bold">${escaped(office || 'Tertib')}</td></tr>`,
    `<tr><td style="padding:24px 24px 8px;overflow-wrap:anywhere"><h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>${blocksOf(said, site).map((block) => drawn(block, words.open)).join('')}</td></tr>`,
    `<tr><td style="padding:16px 24px;border-top:1px solid #d9e0e6;font-size:13px;color:#56616f">${escaped(foot)}</td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('\n');
}

function drawn(block: Block, open: string): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${PARAGRAPH}">${joined(block.lines)}</p>`;
    case 'callout':
      return `<p style="${CALLOUT}">${joined(block.lines)}</p>`;
    case 'button':
      return `<p style="${PARAGRAPH}"><a href="${escaped(block.link)}" style="${BUTTON}">${escaped(block.label ?? open)}</a></p>`;
    case 'list':
      return `<ol style="margin:0 0 16px;padding-left:24px">${block.items.map(itemOf).join('')}</ol>`;
  }
}

function itemOf({ title, details, link }: Item): string {
  const name = link === null ? escaped(title) : `<a href="${escaped(link)}" style="${LINK}">${escaped(title)}</a>`;
  return `<li style="margin:0 0 8px">${name}${details.length > 0 ? `<br><span style="color:#56616f">${joined(details)}</span>` : ''}</li>`;
}
