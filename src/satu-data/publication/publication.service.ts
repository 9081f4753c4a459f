import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, FileStore, Transactions, type FileRef, type Language, type Text } from 'tertib';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Row } from '../analysis/analyse.js';
import type { Bars } from '../analysis/bars.js';
import type { DatasetAnalysis } from '../analysis/opened.js';
import { ColumnChoices } from '../code-lists/column-choices.service.js';
import type { Variable } from '../datasets/dataset.types.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { personalIn, type PersonalColumn } from '../disclosure/personal-columns.js';
import { THRESHOLDS } from '../disclosure/sensitive.js';
import { LargeProtections } from '../large/large-protections.service.js';
import { LargeWork } from '../large/large-work.js';
import { PeriodEntity } from '../periods/period.entity.js';
import { CONFIDENTIAL, toCsv } from './csv.js';
import { DEFAULT_LICENCE } from './licences.js';
import { refusePersonalCells } from './not-personal.js';
import { NotPublishable } from './not-publishable.js';
import { hasProtected, publicAs } from './public-class.js';
import { openWords } from './open-words.js';
import type { PublicationEntity, PublishedColumn } from './publication.entity.js';
import { PublicationRepository } from './publication.repository.js';
import { toldBefore, type ToldBefore } from './told-before.js';
import { beforeWords, isOpenByBefore, openByBefore } from './told-before-words.js';
import { visible, type Visible } from './visible.js';
import { withWritten } from './written-codes.js';

/** What of an analysis may be public, with what is hidden in it. */
export type Publishable = DatasetAnalysis & Pick<Visible, 'hidden'>;

/** Of a longer list a reader gets the codes that are written, as a table of their own beside the data. */
const MOST_NAMED_CODES = 200;

const UNCLEAR: Readonly<Record<Language, (value: string, column: string) => string>> = { id: (value, column) => `“${value}” pada kolom ${column}`, en: (value, column) => `“${value}” in the column ${column}` };

/** Makes the public page of a data set out of its analysis. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly database: Transactions,
    private readonly publications: PublicationRepository,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly work: LargeWork,
    private readonly protections: LargeProtections,
    private readonly choices: ColumnChoices,
  ) {}

  /** The CSV as it will be downloaded; the same content is stored once. */
  async storeCsv({ dataset, columns, rows, hidden, large }: Publishable): Promise<FileRef> {
    if (large) return this.storeLarge(large.id, dataset, columns.map(({ name }) => name));
    const told = rows.map((row) => ({ ...row }));
    for (const { row, column } of hidden) if (told[row]) told[row] = { ...told[row], [column]: CONFIDENTIAL };
    const content = Buffer.from(toCsv(columns.map(({ name }) => name), told));
    const sha256 = createHash('sha256').update(content).digest('hex');
    return this.files.put({ key: `publication:${dataset.id}:${sha256}`, name: `${dataset.slug}.csv`, type: 'text/csv', content, caseId: dataset.periodId, officeId: dataset.officeId });
  }

  /** From file to file; the columns, what is computed and what is hidden are part of what it is. */
  private async storeLarge(largeId: string, dataset: DatasetEntity, columns: readonly string[]): Promise<FileRef> {
    const kept = await this.work.kept({ largeId });
    if (!kept) throw new Error('A delivered table has been read to its end');
    const made = createHash('sha256').update(JSON.stringify([columns, dataset.indicators, dataset.variables, THRESHOLDS])).digest('hex');
    return this.work.csv(dataset, kept, columns, { key: `publication:${dataset.id}:${kept.keptFileId}:${made}`, name: `${dataset.slug}.csv`, type: 'text/csv', caseId: dataset.periodId, officeId: dataset.officeId });
  }

  /**
   * What may be published, without the cells that tell of single persons or businesses.
   *
   * @throws {@link NotPublishable} for closed data, for restricted data that says nothing of what to protect, where a hidden cell
   * could be computed from the others, or the sum of some that tells of a few, where cells of persons are left that nobody answered for, and where the page is another office's.
   */
  async publishable(analysis: DatasetAnalysis): Promise<Publishable> {
    const shown = await this.shown(analysis);
    refusePersonalCells(unsettled(analysis, shown), analysis.dataset.title);
    const { columns, rows, totals, hidden } = shown;
    return { ...analysis, columns, rows, totals, hidden };
  }

  /**
   * Asked when publication is ordered. What goes by names alone is not asked again when it is carried out: a rule that came meanwhile would stop there what somebody has answered for.
   *
   * @returns the columns that seem to hold personal data and of which nobody said why they hold none: whoever orders answers for them; what the page before gives away, in words; and what is hidden.
   * @throws {@link NotPublishable} for what {@link publishable} refuses except cells of persons, where a row may add up others beside hidden cells, and where the page before lets somebody compute one that nobody could.
   */
  async orderable(analysis: DatasetAnalysis): Promise<{ personal: PersonalColumn[]; before: Text | null; hidden: Visible['hidden'] }> {
    const { title } = analysis.dataset;
    const shown = await this.shown(analysis);
    if (shown.unclear.length > 0) {
      const named = (language: Language): string => shown.unclear.map(({ column, value }) => UNCLEAR[language](value, column)).join('; ');
      throw new NotPublishable({
        id: `Dataset "${title}" belum dapat dipublikasikan: ada sel yang disamarkan, padahal menurut namanya ada baris yang mungkin menjumlahkan baris lain dan tidak diketahui baris yang mana (${named('id')}). Pembaca yang mengetahuinya dapat menghitung sel itu kembali. Jika kolom itu memakai daftar kode bersama, catat pada daftar itu kode mana yang berada di dalamnya, atau cantumkan baris itu bila bukan jumlah baris lain, lalu kirim lagi formulir ini. Jika tidak, dataset ini tidak dapat dipublikasikan pada periode ini. Untuk periode berikutnya, mintalah tabel tanpa baris itu, atau beri kolom itu daftar kode bersama.`,
        en: `The data set “${title}” cannot be published yet: cells are hidden, and by their names some rows may add up others, of which nobody says which (${named('en')}). A reader who knows could compute the hidden cells. Where the column uses a shared code list, say in that list which codes lie in them, or put them into it if they add up no other rows, and send this form again. Otherwise this data set cannot be published in this period. For the next one, ask for a table without these rows, or give the column a shared code list.`,
      });
    }
    const before = await this.before(analysis, shown);
    if (before && isOpenByBefore(before)) throw new NotPublishable(openByBefore(analysis, before));
    return { personal: unsettled(analysis, shown), before: before && beforeWords(analysis, before), hidden: shown.hidden };
  }

  /** Null where no page is replaced. */
  private async before(analysis: DatasetAnalysis, { hidden }: Visible): Promise<ToldBefore | null> {
    const { dataset } = analysis;
    const page = await this.publications.replaced(dataset);
    if (!page) return null;
    const yearOf = async (id: string): Promise<number> => (await this.database.read.findOne(PeriodEntity, { where: { id }, select: { id: true, year: true } }))?.year ?? 0;
    return toldBefore(analysis, hidden, { ...page, year: await yearOf(page.periodId) }, await yearOf(dataset.periodId));
  }

  /** What {@link orderable} will find, for whoever is about to order it: the columns to answer for, and whether anything stands against it. */
  async foreseen(analysis: DatasetAnalysis): Promise<{ personal: PersonalColumn[]; hindered: boolean; hidden: Visible['hidden'] }> {
    const shown = await this.visible(analysis);
    const personal = unsettled(analysis, shown);
    const before = await this.before(analysis, shown);
    return { personal, hidden: shown.hidden, hindered: personal.length > 0 || (before !== null && isOpenByBefore(before)) || shown.refused !== null || openWords(analysis, shown) !== null || shown.unclear.length > 0 };
  }

  /** @throws {@link NotPublishable}, see {@link publishable}. */
  private async shown(analysis: DatasetAnalysis): Promise<Visible> {
    const { title } = analysis.dataset;
    const as = publicAs(analysis.dataset);
    if (as === 'closed') throw new NotPublishable({ id: `Dataset "${title}" berkelas tertutup dan tidak boleh dipublikasikan.`, en: `The data set “${title}” is closed and must not be published.` });
    if (as === 'unprotected') {
      throw new NotPublishable({
        id: `Dataset "${title}" berkelas terbatas, tetapi daftar data tidak menyebut kolom mana yang dilindungi. Tandai kolomnya, atau ubah kelasnya.`,
        en: `The data set “${title}” is restricted, but the data list does not say which columns are to be protected. Mark the columns, or change the class.`,
      });
    }
    await this.publications.assertOwn(this.database.read, analysis.dataset);
    const shown = await this.visible(analysis);
    if (shown.refused) throw new NotPublishable(LARGE_REFUSED[shown.refused](title));
    const open = openWords(analysis, shown);
    if (open) throw new NotPublishable(open);
    return shown;
  }

  /** What of an analysis the public may see. */
  async visible(analysis: DatasetAnalysis): Promise<Visible> {
    return visible(analysis, await this.protections.of(analysis));
  }

  /** Writes or renews the page, in the caller's transaction. */
  async publish(db: EntityManager, analysis: Publishable, csv: FileRef, { chart, provenance }: Pick<PublicationEntity, 'chart' | 'provenance'>): Promise<PublicationEntity> {
    const { dataset, columns, rows, totals, totalsOf, hidden, officeName, large, rowCount } = analysis;
    const period = await this.database.read.findOneByOrFail(PeriodEntity, { id: dataset.periodId });
    // As they are called today: a later name is a later publication's.
    const titles = await this.choices.titles(dataset, [...rows, ...drawn(chart)]);
    const few = await this.choices.few(dataset, MOST_NAMED_CODES);
    const described = columns.map((column): PublishedColumn => ({ ...column, ...ruleOf(dataset.variables.find(({ name }) => name === column.name), few.get(column.name), rows), ...(titles[column.name] && { titles: titles[column.name] }) }));
    const { code, ddpCode, kind, riskClass, classification, schedule, method, dataPeriod, referenceSource, contact } = dataset;
    return this.publications.upsert(db, {
      id: uuidv7(),
      slug: dataset.slug,
      datasetId: dataset.id,
      periodId: period.id,
      periodTitle: period.title,
      officeCode: dataset.officeCode,
      officeName,
      title: dataset.title,
      definition: dataset.definition,
      unit: dataset.unit,
      metadata: { code, ddpCode, kind, riskClass, classification, schedule, method, dataPeriod, referenceSource, contact },
      columns: large ? described : withWritten(described, rows),
      rows: [...rows],
      totals,
      totalsOf,
      hidden: hasProtected(dataset.variables) ? [...hidden] : null,
      chart,
      provenance,
      rowCount: large ? rowCount : null,
      licence: dataset.licence ?? DEFAULT_LICENCE,
      modifiedAt: this.clock.now(),
      fileId: csv.id,
      fileSize: csv.size,
      sha256: csv.sha256,
    });
  }
}

/** Of the columns that would be seen, those that seem to hold personal data and of which nobody said why they hold none. */
function unsettled(analysis: DatasetAnalysis, { columns }: Visible): PersonalColumn[] {
  const settled = new Set(analysis.dataset.variables.filter(({ notPersonal }) => notPersonal).map(({ name }) => name));
  return personalIn(analysis).filter(({ name }) => !settled.has(name) && columns.some((one) => one.name === name));
}

/** Why nothing can be said of what is hidden in a large table. */
const LARGE_REFUSED: Readonly<Record<NonNullable<Visible['refused']>, (title: string) => Text>> = {
  many: (title) => ({
    id: `Dataset "${title}" memiliki lebih dari 100.000 baris dengan sel yang harus disamarkan. Tabel serinci ini tidak dapat dipublikasikan. Mintakan tabel yang sudah dijumlahkan per wilayah atau kategori, lalu publikasikan tabel itu.`,
    en: `The data set “${title}” has more than 100,000 rows with a cell that has to be hidden. A table as fine as that cannot be published. Ask for a table that is added up by region or category, and publish that.`,
  }),
  negative: (title) => ({
    id: `Dataset "${title}" memuat nilai negatif pada kolom yang dilindungi atau kolom dua penyumbang terbesarnya, sehingga pangsa penyumbang tidak dapat dihitung. Minta produsen memeriksa nilai itu.`,
    en: `The data set “${title}” has negative values in a protected column or in that of its two largest contributors, so that their share cannot be computed. Ask the producer to look at these values.`,
  }),
};

/** @param few - the codes that it takes, where they are few: with those that were right when they were delivered, and have ended by the list since. */
const ruleOf = (variable: Variable | undefined, few: readonly string[] | undefined, rows: readonly Row[]): Partial<PublishedColumn> =>
  variable ? {
    definition: variable.definition ?? null, required: variable.required, min: variable.min ?? null, max: variable.max ?? null, pattern: variable.pattern ?? null, list: variable.list ?? null,
    codes: few ? [...new Set([...few, ...rows.flatMap((row) => row[variable.name] ?? [])])] : (variable.codes ?? null),
  } : {};

/** The codes of a chart as rows: those of a large table are not all among the rows that its page shows, and of regions none may be the row's own. */
const drawn = (chart: Bars | null): Record<string, string>[] => (chart ? [chart.at, ...chart.bars.map(({ code }) => ({ [chart.key]: code }))] : []);
