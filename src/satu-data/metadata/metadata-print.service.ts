import { Injectable } from '@nestjs/common';
import { Letters, Offices } from 'tertib';
import { codeOf } from './metadata-code.js';
import { MetadataService } from './metadata.service.js';
import { sheetValues } from './sheet-values.js';
import { SHEETS } from './sheets/index.js';

export const SHEET_LETTER = 'lembar-metadata';

/** A record as BPS's sheet, for print. */
@Injectable()
export class MetadataPrint {
  constructor(
    private readonly metadata: MetadataService,
    private readonly letters: Letters,
    private readonly offices: Offices,
  ) {}

  /** Always as the record is now; nothing is kept. */
  async pdf(recordId: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const record = await this.metadata.newest(recordId);
    const office = await this.offices.byId(record.officeId);
    const content = await this.letters.draw({ template: SHEET_LETTER, subject: `${SHEETS[record.kind].title.id}: ${record.name ?? codeOf(record)}`, date: record.at, data: sheetValues(record, office?.name ?? '') });
    return { name: codeOf(record), content };
  }
}
