/** A mail's text as it is edited: its subject apart from what follows. */
export interface MailParts {
  readonly subject: string;
  readonly body: string;
  /** Between the two, as it was. */
  readonly gap: string;
}

const HEAD = /^Subjek:[ \t]*([^\r\n]*)((?:\r?\n)+|$)/;
const GAP = '\n\n';

export const isMail = (key: string): boolean => key.startsWith('mail-');

export function mailParts(content: string): MailParts {
  const head = HEAD.exec(content);
  return head ? { subject: head[1] ?? '', gap: head[2] || GAP, body: content.slice(head[0].length) } : { subject: '', gap: GAP, body: content };
}

/** The file's text again. A subject is one line. */
export const mailText = ({ subject, gap, body }: MailParts): string => `Subjek: ${subject.replaceAll(/\s*[\r\n]+\s*/g, ' ')}${gap}${body}`;

/** How many lines of the file stand before the body. */
export const linesBefore = ({ gap }: Pick<MailParts, 'gap'>): number => gap.split('\n').length - 1;
