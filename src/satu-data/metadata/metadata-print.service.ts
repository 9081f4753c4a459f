import { Injectable } from '@nestjs/common';
import { Letters, Offices } from 'tertib';
import { CodeBook } from '../code-lists/code-book.service.js';
import { codeOf } from './metadata-code.js';
import type { MetadataEntity } from './metadata.entity.js';
import { MetadataService } from './metadata.service.js';
import { sheetValues } from './sheet-values.js';
import { SHEETS } from './sheets/index.js';
import { fieldsOf } from './sheets/sheet.js';

export const SHEET_LETTER = 'lembar-metadata';

/** A record as BPS's sheet, for print. */
@Injectable()
export class MetadataPrint {
  constructor(
    private readonly metadata: MetadataService,
    private readonly letters: Letters,
    private readonly offices: Offices,
    private readonly lists: CodeBook,
  ) {}

  /** Always as the record is now; nothing is kept. */
  async pdf(recordId: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const record = await this.metadata.newest(recordId);
    const office = await this.offices.byId(record.officeId);
    const content = await this.letters.draw({ template: SHEET_LETTER, subject: `${SHEETS[record.kind].title.id}: ${record.name ?? codeOf(record)}`, date: record.at, data: sheetValues(await this.inWords(record), office?.name ?? '') });
    return { name: codeOf(record), content };
  }

  /** Lists of codes by what they are called. */
  private async inWords(record: MetadataEntity): Promise<MetadataEntity> {
    const lists = fieldsOf(SHEETS[record.kind]).filter(({ key, type }) => type === 'list' && record.content[key] !== undefined);
    const titles = lists.length > 0 ? new Map((await this.lists.all()).map(({ scheme, title }) => [scheme, title.id])) : new Map<string, string>();
    return { ...record, content: { ...record.content, ...Object.fromEntries(lists.map(({ key }) => [key, titles.get(String(record.content[key])) ?? record.content[key]])) } };
  }
}
