import type { Principal } from './people.js';
import type { Text } from './text.js';

/** What somebody finds above his tasks, for as long as it is so. @beta */
export interface Notice {
  /** Stable while it is the same matter. */
  readonly key: string;
  /** What it is about, in one line. */
  readonly title: Text;
  /** Whole sentences: what is expected of the reader. */
  readonly text: Text;
  /** What it is about, one by one. Default: none. */
  readonly items?: readonly Text[];
  /** Since when. */
  readonly since: Date;
  /** Where something can be done about it: a path below `/admin`, beginning with a slash, and the words of the way there. */
  readonly action: { readonly path: string; readonly title: Text };
}

/**
 * Says what somebody should see when he signs in, beside his tasks. A provider of a plugin's module that extends this class is asked
 * whenever a person opens the inbox, so a notice is always true and goes by itself: nothing is kept, and nobody ticks anything off.
 *
 * @beta
 * @example
 * export class ExpiringPermits extends NoticeSource {
 *   async of({ officeId }: Principal): Promise<Notice[]> {
 *     return (await permits.expiring(officeId)).map(({ id, until }) => ({
 *       key: `permit:${id}`, since: until, title: { id: 'Izin hampir berakhir', en: 'A permit ends soon' },
 *       text: { id: 'Ajukan perpanjangan.', en: 'Ask for an extension.' }, action: { path: `/permits/${id}`, title: { id: 'Buka', en: 'Open' } },
 *     }));
 *   }
 * }
 */
export abstract class NoticeSource {
  /** What there is for this person, the most urgent first. */
  abstract of(principal: Principal): Promise<Notice[]>;
}

/** A short message that the office's messaging gateway passes on. @beta */
export interface GatewayMessage {
  /** What it is about: the same key is one message, however often it is asked for. */
  readonly key: string;
  /** One line that may be read by others: no names, no data. */
  readonly title: Text;
  /** Where it leads: a path below `/admin`, beginning with a slash. */
  readonly path: string;
  /** Who gets it: all who hold the role today, at one office or anywhere. */
  readonly to: { readonly role: string; readonly officeId?: string };
}

/**
 * The messaging gateway (WhatsApp, SMS) that an operator may have set up. Tasks are told of without it; this is for what is no task.
 *
 * @beta
 * @example
 * await gateway.tell({ key: `late:${id}`, title: { id: 'Berkas ditunggu', en: 'A file is awaited' }, path: `/permits/${id}`, to: { role: 'surveyor' } });
 */
export abstract class MessageGateway {
  /** Records the message in the surrounding transaction; does nothing where no gateway is set up. */
  abstract tell(message: GatewayMessage): Promise<void>;
}
