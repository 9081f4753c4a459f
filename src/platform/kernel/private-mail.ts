import type { Language } from '../../sdk/index.js';

/** A mail with a secret in it. */
export interface SecretMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of the text. Default: Indonesian. */
  readonly language?: Language;
  /** What the administrator's list of mails keeps in its place. */
  readonly shown: string;
}

/** Mail whose text is kept nowhere, such as a one-time link: it goes out while its sender waits, or not at all. */
export abstract class PrivateMail {
  /** False where no mail server is set up. */
  abstract readonly available: boolean;
  /** @throws what the mail server said. */
  abstract send(mail: SecretMail): Promise<void>;
}
