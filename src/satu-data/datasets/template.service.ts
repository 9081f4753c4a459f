import { Injectable } from '@nestjs/common';
import type { ColumnCodes } from '../code-lists/column-codes.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { isAbout, shownIn, threadWords } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { writeTemplate } from '../tables/index.js';
import type { DatasetEntity } from './dataset.entity.js';
import type { GridRule, Variable } from './dataset.types.js';

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
    const expected = new Map(dataset.variables.map((variable) => [variable.name, expectedCodes(variable, dataset)]));
    const suggested = [...expected].flatMap(([name, some]) => (some ? [name] : []));
    return writeTemplate(dataset, ({ name }) => entriesOf(codes.get(name), expected.get(name)), { prefilled: this.expectedRows(dataset), notes, suggested });
  }

  private expectedRows({ rules }: DatasetEntity): Record<string, string>[] {
    const grid = rules.find((rule) => rule.kind === 'grid');
    if (!grid) return [];
    const { region, regions, period, periods } = grid;
    if (!period || !periods?.length) return regions.map((code) => ({ [region]: code }));
    return periods.flatMap((one) => regions.map((code) => ({ [region]: code, [period]: one })));
  }
}

/** The regions that the data list expects. A row of another one, as of the province that they make up, is taken as well. */
function expectedCodes({ name, codes }: Variable, { rules }: DatasetEntity): readonly string[] | undefined {
  return codes?.length ? undefined : rules.find((rule): rule is GridRule => rule.kind === 'grid' && rule.region === name)?.regions;
}

function entriesOf(codes: ColumnCodes | undefined, expected: readonly string[] | undefined): Entries {
  if (expected) return expected.map((code) => [code, codes?.names.get(code) ?? '']);
  return codes && codes.names.size <= MOST_LISTED ? [...codes.names] : [];
}
