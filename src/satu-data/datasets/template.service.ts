import { Injectable } from '@nestjs/common';
import { REGIONS } from '../reference/index.js';
import { isAbout, shownIn, threadWords } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { writeTemplate } from '../tables/index.js';
import type { DatasetEntity } from './dataset.entity.js';
import type { Variable } from './dataset.types.js';

/** The Excel template of a data set, with the rows that are expected and the codes that may be chosen. */
@Injectable()
export class TemplateService {
  constructor(private readonly comments: CommentSight) {}

  async write(dataset: DatasetEntity): Promise<Buffer> {
    const said = (await this.comments.toProducer([dataset.id])).filter(isOpen);
    const notes = said.map((one) => ({ of: (row: Readonly<Record<string, string>>) => isAbout(one, row), column: shownIn(one), place: one.placeName, text: threadWords(one, one.replies) }));
    return writeTemplate(dataset, (variable) => this.codes(variable, dataset), { prefilled: this.expectedRows(dataset), notes });
  }

  private codes(variable: Variable, { rules }: DatasetEntity): (readonly [string, string])[] {
    const grid = rules.find((rule) => rule.kind === 'grid' && rule.region === variable.name);
    const codes = variable.codes ?? (grid?.kind === 'grid' ? grid.regions : variable.type === 'region' ? DISTRICT : []);
    return codes.map((code) => [code, REGIONS[code] ?? ''] as const);
  }

  private expectedRows({ rules }: DatasetEntity): Record<string, string>[] {
    const grid = rules.find((rule) => rule.kind === 'grid');
    if (!grid) return [];
    const { region, regions, period, periods } = grid;
    if (!period || !periods?.length) return regions.map((code) => ({ [region]: code }));
    return periods.flatMap((one) => regions.map((code) => ({ [region]: code, [period]: one })));
  }
}

/** Where the list names no regions: the province, its regencies and the districts of Tanjung Jabung Barat. */
const DISTRICT = Object.keys(REGIONS).filter((code) => code.startsWith('15')).sort();
