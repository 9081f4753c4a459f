import { Injectable } from '@nestjs/common';
import { Transactions, type Language, type Text } from 'tertib';
import { In, Not } from 'typeorm';
import type { DatasetAnalysis } from '../analysis/opened.js';
import { DatasetEntity } from '../datasets/dataset.entity.js';
import { DATASET_STATES } from '../datasets/dataset.states.js';
import type { HiddenCell } from '../disclosure/protect.js';
import { cellNames } from './cell-names.js';
import { NotPublishable } from './not-publishable.js';
import { PublicationEntity } from './publication.entity.js';
import { samePairs, shownElsewhere, type SamePair } from './same-columns.js';
import { rowName } from './visible.js';

type OtherDataset = Pick<DatasetEntity, 'id' | 'title' | 'state' | 'variables'>;
interface Found {
  readonly dataset: OtherDataset;
  readonly pairs: readonly SamePair[];
}

const MOST_NAMED = 5;
/** What the small cells of either are. */
const HIDES: Readonly<Record<'both' | 'own' | 'other', Text>> = {
  both: { id: 'sel kecil disamarkan di sini dan di sana', en: 'small cells are hidden here and there' },
  own: { id: 'sel kecil disamarkan di sini, tetapi semua selnya tampil di sana', en: 'small cells are hidden here, but all are shown there' },
  other: { id: 'sel kecil disamarkan di sana, tetapi semua selnya tampil di sini', en: 'small cells are hidden there, but all are shown here' },
};
const hides = ({ own, other }: SamePair): Text => HIDES[own.protection && other.protection ? 'both' : own.protection ? 'own' : 'other'];

/** Data sets of the same period that are public, or will be, and may have the numbers that this one hides. */
@Injectable()
export class SameElsewhere {
  constructor(private readonly database: Transactions) {}

  /** As the form of step 14 lists them, and whether a page of theirs shows hidden cells. */
  async foreseen(analysis: DatasetAnalysis, hidden: readonly HiddenCell[], language: Language) {
    const found = await this.found(analysis.dataset);
    const listed = found.flatMap(({ dataset, pairs }) => pairs.map((pair) => ({
      dataset: { teks: dataset.title, tautan: `/satu-data/analysis/${dataset.id}` },
      kolom: pair.own.title,
      keadaan: `${DATASET_STATES[dataset.state].name[language]}; ${hides(pair)[language]}`,
    })));
    return { listed, isShown: (await this.shown(found, analysis, hidden)).length > 0 };
  }

  /** @throws {@link NotPublishable} where a page of the same period shows hidden cells. */
  async refuse(analysis: DatasetAnalysis, hidden: readonly HiddenCell[]): Promise<void> {
    const [first, ...more] = await this.shown(await this.found(analysis.dataset), analysis, hidden);
    if (!first) return;
    const { title } = analysis.dataset;
    const names = cellNames(first.cells.slice(0, MOST_NAMED).map((cell) => ({ row: rowName(analysis, cell), column: cell.column })), analysis.columns);
    const others = more.map(({ dataset }) => dataset.title);
    const also = (word: string): string => (others.length > 0 ? ` ${word} ${others.map((one) => `“${one}”`).join(', ')}.` : '');
    throw new NotPublishable({
      id: `Dataset "${title}" belum dapat dipublikasikan: ${first.cells.length} sel yang disamarkan tampil terbuka pada halaman portal dataset "${first.dataset.title}" dari periode yang sama (${names.id}). Kolom itu berjudul dan bersatuan sama, dan angkanya sama pada semua baris yang dimiliki keduanya.${also('Begitu pula')} Untuk periode berikutnya, lindungi kolom itu pada semua dataset yang memuatnya.`,
      en: `The data set “${title}” cannot be published yet: hidden cells that stand open on the portal’s page of the data set “${first.dataset.title}” of the same period: ${first.cells.length} (${names.en}). That column has the same title and unit, and the same number in all rows that both have.${also('So do')} For the next period, protect the column in all data sets that have it.`,
    });
  }

  /** Of a large table the cells are not in memory: only its columns are looked at. */
  private async shown(others: readonly Found[], { dataset, rows, large }: DatasetAnalysis, hidden: readonly HiddenCell[]): Promise<{ dataset: OtherDataset; cells: HiddenCell[] }[]> {
    if (large || hidden.length === 0) return [];
    const found = others.filter(({ dataset: { state }, pairs }) => state === 'published' && pairs.some(({ own }) => own.protection));
    const shown: { dataset: OtherDataset; cells: HiddenCell[] }[] = [];
    // One page at a time: many data sets may have a column called “Jumlah”.
    for (const one of found) {
      const page = await this.database.read.findOne(PublicationEntity, { select: { id: true, datasetId: true, columns: true, rows: true }, where: { datasetId: one.dataset.id } });
      const cells = page ? shownElsewhere(dataset, rows, hidden, one.pairs, page) : [];
      if (cells.length > 0) shown.push({ dataset: one.dataset, cells });
    }
    return shown;
  }

  private async found(dataset: DatasetEntity): Promise<Found[]> {
    if (!dataset.variables.some(({ key, type }) => key && type === 'region')) return [];
    const others = await this.database.read.find(DatasetEntity, {
      select: { id: true, title: true, state: true, variables: true },
      where: { periodId: dataset.periodId, id: Not(dataset.id), state: In(['scheduled', 'published']) },
      order: { title: 'ASC', id: 'ASC' },
    });
    return others.flatMap((other) => { const pairs = samePairs(dataset, other); return pairs.length > 0 ? [{ dataset: other, pairs }] : []; });
  }
}
