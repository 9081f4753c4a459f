import { Injectable } from '@nestjs/common';
import { schemeOf, type ColumnCodes } from '../code-lists/column-codes.js';
import { REGION_SCHEME } from '../code-lists/region-scheme.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { isAbout, shownIn, threadWords } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { writeTemplate } from '../tables/index.js';
import type { DatasetEntity } from './dataset.entity.js';
import type { Variable } from './dataset.types.js';

type Entries = (readonly [code: string, name: string])[];

/** More than anybody chooses from in a cell; longer lists are checked after the upload. */
const MOST_LISTED = 10_000;

/** The Excel template of a data set, with the rows that are expected and the codes that may be chosen in the period of its data. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly codes: PeriodCodes,
    private readonly comments: CommentSight,
  ) {}

  async write(dataset: DatasetEntity): Promise<Buffer> {
    const [codes, threads] = await Promise.all([this.codes.of(dataset), this.comments.toProducer([dataset.id])]);
    const notes = threads.filter(isOpen).map((one) => ({ of: (row: Readonly<Record<string, string>>) => isAbout(one, row), column: shownIn(one), place: one.placeName, text: threadWords(one, one.replies) }));
    return writeTemplate(dataset, (variable) => entriesOf(variable, dataset, codes.get(variable.name)), { prefilled: this.expectedRows(dataset), notes });
  }

  private expectedRows({ rules }: DatasetEntity): Record<string, string>[] {
    const grid = rules.find((rule) => rule.kind === 'grid');
    if (!grid) return [];
    const { region, regions, period, periods } = grid;
    if (!period || !periods?.length) return regions.map((code) => ({ [region]: code }));
    return periods.flatMap((one) => regions.map((code) => ({ [region]: code, [period]: one })));
  }
}

function entriesOf(variable: Variable, { rules }: DatasetEntity, codes: ColumnCodes | undefined): Entries {
  const grid = rules.find((rule) => rule.kind === 'grid' && rule.region === variable.name);
  if (!variable.codes?.length && grid?.kind === 'grid') return grid.regions.map((code) => [code, codes?.names.get(code) ?? '']);
  const all: Entries = [...(codes?.names ?? [])];
  if (!variable.codes?.length && schemeOf(variable) === REGION_SCHEME) return all.filter(([code]) => DISTRICT.test(code)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return all.length <= MOST_LISTED ? all : [];
}

/** Where the list names no regions: the province, its regencies and the districts of Tanjung Jabung Barat. */
const DISTRICT = /^15(?:\.\d\d)?$|^15\.06\.\d\d$/;
