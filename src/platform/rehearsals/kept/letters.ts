import { In } from 'typeorm';
import { Database } from '../../kernel/index.js';
import { LetterEntity } from '../../notifications/index.js';
import type { OpenRehearsal } from '../rehearsal.js';
import { idsIn, type Ids } from './ids.js';
import type { LetterPlace } from './script.js';

/** The letters that a request names, each as which of its case's it is. */
export async function lettersIn(play: OpenRehearsal, request: unknown): Promise<Record<string, LetterPlace>> {
  const named = await play.part(Database).read.findBy(LetterEntity, { id: In(idsIn(request)) });
  const placed: Record<string, LetterPlace> = {};
  for (const { id, caseId, template, officeId } of named) {
    const alike = await lettersAt(play, { caseId, template, officeId });
    placed[id] = { caseId, template, officeId, nth: alike.indexOf(id) };
  }
  return placed;
}

/** Teaches which letters those are today. */
export async function learnLetters(play: OpenRehearsal, letters: Readonly<Record<string, LetterPlace>>, ids: Ids): Promise<void> {
  for (const [then, place] of Object.entries(letters)) {
    const now = (await lettersAt(play, ids.translated(place)))[place.nth];
    if (now !== undefined) ids.learn(then, now);
  }
}

async function lettersAt(play: OpenRehearsal, { caseId, template, officeId }: Omit<LetterPlace, 'nth'>): Promise<string[]> {
  const letters = await play.part(Database).read.find(LetterEntity, { where: { caseId, template }, order: { date: 'ASC', id: 'ASC' } });
  return letters.filter((letter) => letter.officeId === officeId).map(({ id }) => id);
}
