import { Injectable } from '@nestjs/common';
import { NoticeSource, type Notice, type Principal, type Text } from 'tertib';
import { speakerOf } from './comment-answers.service.js';
import { tablePath } from './comment-places.js';
import type { Speaker } from './review.entities.js';
import { SharedComments } from './shared-comments.service.js';

/** Who answers, by side; somebody of the office who has no part in it is not told. */
const ROLES: Readonly<Record<Speaker, readonly string[]>> = { producer: ['operator', 'pimpinan'], office: ['kasi', 'staf'], bps: ['bps'] };
/** Where all of them are, for more than one. */
const LISTS: Readonly<Record<Speaker, string>> = { producer: '/satu-data/questions', office: '/satu-data/questions', bps: '/satu-data/review' };
/** As many as a notice names. */
const MOST = 20;

/** Above the tasks: comments on tables whose next word is the reader's side's. */
@Injectable()
export class CommentNotices extends NoticeSource {
  constructor(private readonly comments: SharedComments) {
    super();
  }

  async of(principal: Principal): Promise<Notice[]> {
    const side = speakerOf(principal);
    if (!ROLES[side].some((role) => principal.roles.includes(role))) return [];
    const waiting = await this.comments.waitingFor(principal);
    const [first] = waiting;
    if (!first) return [];
    const items = waiting.slice(0, MOST).map(({ title, count }): Text => ({ id: `${title}: ${count} komentar`, en: `${title}: ${count} ${count === 1 ? 'comment' : 'comments'}` }));
    const path = waiting.length === 1 ? tablePath(first.datasetId) : LISTS[side];
    return [{ key: `comments:${side}`, since: first.since, ...(side === 'producer' ? TO_ANSWER : ANSWERED), items, action: { path, title: waiting.length === 1 ? { id: 'Buka tabel', en: 'Open the table' } : { id: 'Lihat semuanya', en: 'See all of them' } } }];
  }
}

const TO_ANSWER = {
  title: { id: 'Komentar pada tabel Anda menunggu jawaban', en: 'Comments on your tables await an answer' },
  text: { id: 'Jawab tiap komentar pada selnya. Yang bertanya diberi tahu.', en: 'Answer each comment at its cell. Whoever asked is told.' },
};
const ANSWERED = {
  title: { id: 'Produsen data menjawab komentar', en: 'Producers have answered comments' },
  text: { id: 'Baca jawabannya pada sel tabel, lalu tandai selesai atau tanyakan lagi.', en: 'Read the answers at the cells of the table, then tick them off or ask again.' },
};
