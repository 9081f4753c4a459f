import { Injectable } from '@nestjs/common';
import { Letters, Offices, Problem, Transactions } from 'tertib';
import { CodeBook } from '../code-lists/code-book.service.js';
import { codeOf, readCode } from './metadata-code.js';
import { MetadataEntity } from './metadata.entity.js';
import { newest } from './metadata-list.service.js';
import { MetadataService } from './metadata.service.js';
import { activityValues, SHEET_LETTERS, tableValues } from './print/sheet-values.js';
import { SHEETS } from './sheets/index.js';
import { fieldsOf } from './sheets/sheet.js';

/** What an activity yields, each a row of a table. */
type Yield = 'variable' | 'indicator';

/** A record as BPS's form, for print. */
@Injectable()
export class MetadataPrint {
  constructor(
    private readonly metadata: MetadataService,
    private readonly letters: Letters,
    private readonly offices: Offices,
    private readonly lists: CodeBook,
    private readonly database: Transactions,
  ) {}

  /**
   * Always as the record is now; nothing is kept. MS-Var and MS-Ind are tables: of one record, or of all that an activity yields.
   *
   * @throws `metadata-nothing-to-print` where the activity has none.
   */
  async pdf(recordId: string, of: Yield | null = null): Promise<{ readonly name: string; readonly content: Buffer }> {
    const record = await this.metadata.newest(recordId);
    const office = (await this.offices.byId(record.officeId))?.name ?? '';
    const kind = record.kind === 'activity' ? (of ?? 'activity') : record.kind;
    const data = kind === 'activity' ? activityValues(record, office) : await this.table(kind, record, office);
    const name = kind === record.kind ? codeOf(record) : `${codeOf(record)}-${SHEETS[kind].form}`;
    return { name, content: await this.letters.draw({ template: SHEET_LETTERS[kind], subject: `${SHEETS[kind].title.id}: ${record.name ?? codeOf(record)}`, date: record.at, data }) };
  }

  private async table(kind: Yield, record: MetadataEntity, office: string) {
    const ofActivity = record.kind === 'activity';
    const activity = ofActivity ? record : await this.activityOf(record);
    const [first, ...others] = ofActivity ? await this.yieldedBy(record, kind) : [record];
    if (!first) throw nothingYet(SHEETS[kind].form);
    const records = await Promise.all([first, ...others].map((one) => this.inWords(one)));
    return tableValues(kind, records as [MetadataEntity, ...MetadataEntity[]], office, activity);
  }

  /** Another office's is not looked into, whoever put its code here. */
  private async activityOf({ content, officeId }: MetadataEntity): Promise<MetadataEntity | null> {
    const code = typeof content['kodeKegiatan'] === 'string' ? readCode(content['kodeKegiatan']) : null;
    return code?.kind === 'activity' ? this.of(officeId).andWhere('m.kind = :kind AND m.number = :number', code).getOne() : null;
  }

  private async yieldedBy(activity: MetadataEntity, kind: Yield): Promise<MetadataEntity[]> {
    const all = await this.of(activity.officeId).andWhere('m.kind = :kind', { kind }).orderBy('m.number').getMany();
    return all.filter(({ content }) => content['kodeKegiatan'] === codeOf(activity));
  }

  private of = (officeId: string) => newest(this.database.read.createQueryBuilder(MetadataEntity, 'm')).andWhere('m.officeId = :officeId', { officeId });

  /** Lists of codes by what they are called. */
  private async inWords(record: MetadataEntity): Promise<MetadataEntity> {
    const lists = fieldsOf(SHEETS[record.kind]).filter(({ key, type }) => type === 'list' && record.content[key] !== undefined);
    const titles = lists.length > 0 ? new Map((await this.lists.all()).map(({ scheme, title }) => [scheme, title.id])) : new Map<string, string>();
    return { ...record, content: { ...record.content, ...Object.fromEntries(lists.map(({ key }) => [key, titles.get(String(record.content[key])) ?? record.content[key]])) } };
  }
}

const nothingYet = (form: string): Problem =>
  new Problem('metadata-nothing-to-print', 409, {
    id: `Belum ada metadata dengan kode kegiatan ini untuk lembar ${form.toUpperCase()}. Isi “Kode metadata kegiatan” pada metadata variabel atau indikatornya, lalu cetak kembali.`,
    en: `No metadata has this activity’s code yet for the sheet ${form.toUpperCase()}. Fill in “Metadata code of the activity” on its variables or indicators, then print again.`,
  });
