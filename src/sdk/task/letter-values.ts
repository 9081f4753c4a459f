import { SetMetadata } from '@nestjs/common';
import type { Text } from '../contracts/text.js';
import type { DecoratorOf } from './decorators.js';

/** What a step hands to a letter or mail, said beforehand: for the administrator who writes its text. @beta */
export interface LetterValuesOptions {
  /** Topics of the automatic steps that draw the letter or send the mail. */
  readonly topics: readonly string[];
  /**
   * All that the text may name, with made-up values; a list with at least one entry. What is not in it counts as a mistake in the
   * text. Dates as ISO 8601 text, decimals as text with a point.
   */
  readonly example: Readonly<Record<string, unknown>>;
  /** What people call each value, by its path: `batasWaktu`, `kepada.jabatan`, in a list `daftar.nama`. Default: the path. */
  readonly names?: Readonly<Record<string, string | Text>>;
}

/** A case for which somebody wants to see a letter or mail that is being written. @beta */
export interface LetterQuestion {
  /** The case. */
  readonly caseId: string;
  /** Template: a file of `letters/` without its ending. */
  readonly letter: string;
}

/** What the letter or mail would get in that case. @beta */
export interface LetterAnswer {
  /** As the step would hand it over. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The letter's subject; not needed for a mail. */
  readonly subject?: string;
  /** Addresses that a mail would go to. Default: not known beforehand. */
  readonly to?: readonly string[];
}

/** What the decorator keeps. @internal */
export interface LetterValuesMetadata extends LetterValuesOptions {
  readonly letters: readonly string[];
}

/** @internal */
export const LETTER_VALUES = 'tertib:letter-values';
/** Stands for every letter that the diagram names and no other method is for. @internal */
export const ANY_LETTER = '*';

/**
 * A method that answers what a letter or mail would get in a case, as it stands; null where the case has nothing for it yet. The
 * administrator's editor lists the values, marks what a text names beside them, and shows the text with those of a real case.
 * Whatever the method writes to the database is rolled back. `'*'` is for all letters that a diagram names itself, by the
 * parameter `letter` of a step with one of the `topics`.
 *
 * @beta
 * @example
 * \@LetterValues('surat-izin', { topics: ['permit.grant'], example: { nama: 'Contoh Nama', berlakuSampai: '2026-12-31' } })
 * async permit({ caseId }: LetterQuestion): Promise<LetterAnswer | null> {
 *   const [request] = await cases.submissions(caseId);
 *   return request ? { values: { nama: request.userName, berlakuSampai: request.data['sampai'] }, subject: 'Izin' } : null;
 * }
 */
export const LetterValues = (letters: string | readonly string[], options: LetterValuesOptions): DecoratorOf<(question: LetterQuestion) => Promise<LetterAnswer | null>> =>
  SetMetadata(LETTER_VALUES, { ...options, letters: [letters].flat() } satisfies LetterValuesMetadata);
