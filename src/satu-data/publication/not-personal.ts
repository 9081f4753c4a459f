import type { Language, Text } from 'tertib';
import type { Variable } from '../datasets/dataset.types.js';
import type { PersonalColumn } from '../disclosure/personal-columns.js';
import type { OrderLabels } from './class-change.js';
import { NotPublishable } from './not-publishable.js';

/** Where the form of step 14 asks for it. */
export const NOT_PERSONAL = 'alasanBukanPribadi';

const named = (columns: readonly PersonalColumn[], language: Language): string => columns.map(({ title, why }) => `${title} (${why[language]})`).join('; ');

/**
 * Of columns that seem to hold personal data, and of which step 10 did not say why they hold none, whoever orders the publication says it. An office's own form may be older than the question: what nobody has answered for is not published.
 *
 * @returns why they hold none; null where nothing has to be said.
 * @throws {@link NotPublishable}.
 */
export function requireNotPersonal(found: readonly PersonalColumn[], title: string, reason: string | undefined, labels: OrderLabels): string | null {
  const why = reason?.trim();
  if (found.length === 0) return null;
  if (why) return why;
  const [asked, askedEnglish] = [labels.id.get(NOT_PERSONAL), labels.en.get(NOT_PERSONAL)];
  const way: Text = asked
    ? { id: `Bila bukan, tulis alasannya pada "${asked}" dalam formulir dataset ini.`, en: `If not, write why under “${askedEnglish ?? asked}” in the form of this data set.` }
    : {
      id: 'Formulir ini belum menanyakan alasan bila kolom itu bukan data pribadi: minta administrator menambahkan isian itu seperti pada formulir bawaan, lalu memindahkan proses ini ke versi itu.',
      en: 'This form does not ask yet for the reason where they are no personal data: ask an administrator to add that field as the form that comes with the application has it, and to move this process to that version.',
    };
  throw new NotPublishable({
    id: `Dataset "${title}" tidak dapat dipublikasikan, karena kolomnya tampak memuat data pribadi: ${named(found, 'id')}. Bila benar, minta datanya tanpa kolom itu pada periode berikutnya. ${way.id}`,
    en: `The data set “${title}” cannot be published, because columns of it seem to hold personal data: ${named(found, 'en')}. If so, ask for its data without these columns in the next period. ${way.en}`,
  });
}

/** Cells of persons are not let out, whatever was decided before they were read. @throws {@link NotPublishable}. */
export function refusePersonalCells(unsettled: readonly PersonalColumn[], title: string): void {
  const found = unsettled.filter(({ inCells }) => inCells);
  if (found.length === 0) return;
  throw new NotPublishable({
    id: `Dataset "${title}" tidak dapat dipublikasikan, karena kolomnya tampak memuat data pribadi dan belum ada alasan mengapa bukan: ${named(found, 'id')}. Kembalikan proses ini ke langkah 14, lalu tulis alasannya atau putuskan untuk tidak mempublikasikannya.`,
    en: `The data set “${title}” cannot be published, because columns of it seem to hold personal data and nobody has said why they do not: ${named(found, 'en')}. Lead this process back to step 14, and write why or decide not to publish it.`,
  });
}

/** The reason stays with the columns, as step 10 keeps it. */
export const withNotPersonal = (variables: readonly Variable[], found: readonly PersonalColumn[], why: string): Variable[] =>
  variables.map((one) => (found.some(({ name }) => name === one.name) ? { ...one, notPersonal: why } : one));
