import { Injectable } from '@nestjs/common';
import { Settings, type LetterRequest } from '../../../sdk/index.js';
import type { LetterEntity } from './letter.entity.js';
import { ANSWERS, type Answers } from './letter-answers.js';
import { NO_LETTERHEAD, NO_SIGNER, type Letterhead, type Signer } from './office-settings.js';
import { languageOf } from './template-language.js';

/** What a template sees: the caller's data, and around it what every letter has. */
@Injectable()
export class LetterContext {
  constructor(private readonly settings: Settings) {}

  async for({ data, subject, template }: Pick<LetterRequest, 'data' | 'subject' | 'template'>, letter: Pick<LetterEntity, 'number' | 'date'>, answers: Answers): Promise<Record<string, unknown>> {
    // A letter of another office, drawn here, brings its own head and signer.
    const kop = { ...NO_LETTERHEAD, ...(own<Letterhead>(data['kop']) ?? (await this.settings.get<Partial<Letterhead>>('letterhead', {}))) };
    const signers = await this.settings.get<Partial<Signer>[]>('signers', []);
    const signer = { ...NO_SIGNER, ...(own<Signer>(data['penandatangan']) ?? signers.find(({ key }) => key === data['penandatangan']) ?? signers[0]) };
    return {
      [ANSWERS]: answers,
      sifat: 'Biasa',
      ...data,
      nomor: letter.number ?? data['nomor'] ?? null,
      tanggal: letter.date.toISOString(),
      tempat: kop.place,
      perihal: subject,
      kop,
      penandatangan: signer,
      atasNama: signer.prefix === 'a.n.' ? signer.onBehalfOf : '',
      jabatanPenandatangan: signer.prefix === '' || signer.prefix === 'a.n.' ? signer.title : `${signer.prefix} ${signer.title}`,
      zona: await this.settings.get('timezone', 'Asia/Jakarta'),
      bahasa: languageOf(template),
    };
  }
}

const own = <T>(value: unknown): Partial<T> | null => (typeof value === 'object' && value !== null ? value : null);
