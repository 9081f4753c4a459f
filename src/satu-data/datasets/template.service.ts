import { Injectable } from '@nestjs/common';
import { Settings } from 'tertib';
import type { ColumnCodes } from '../code-lists/column-codes.js';
import { nearCodes } from '../code-lists/own-region.js';
import { PeriodCodes } from '../code-lists/period-codes.service.js';
import { isAbout, shownIn, threadWords } from '../review/comment-places.js';
import { CommentSight, isOpen } from '../review/comment-sight.service.js';
import { formatDecimal } from '../portal/number-format.js';
import { writeTemplate } from '../tables/index.js';
import type { DatasetEntity } from './dataset.entity.js';
import type { GridRule, Variable } from './dataset.types.js';

type Entries = (readonly [code: string, name: string])[];

/** More than anybody chooses from in a cell; of a longer list, what is near the office is offered. */
const MOST_LISTED = 10_000;

/** The Excel template of a data set, with the rows that are expected and the codes that may be chosen in the period of its data. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly codes: PeriodCodes,
    private readonly comments: CommentSight,
    private readonly settings: Settings,
  ) {}

  async write(dataset: DatasetEntity): Promise<Buffer> {
    const [codes, threads, whose] = await Promise.all([this.codes.of(dataset), this.comments.toProducer([dataset.id]), this.whose()]);
    const notes = threads.filter(isOpen).map((one) => ({ of: (row: Readonly<Record<string, string>>) => isAbout(one, row), column: shownIn(one), place: one.placeName, text: threadWords(one, one.replies) }));
    const offers = new Map(dataset.variables.map((variable) => [variable.name, offerOf(variable, codes.get(variable.name), expectedCodes(variable, dataset), whose)]));
    const suggested = [...offers].flatMap(([name, { isPart }]) => (isPart ? [name] : []));
    const remarks = [...offers.values()].flatMap(({ remark }) => remark ?? []);
    return writeTemplate(dataset, ({ name }) => offers.get(name)?.entries ?? [], { prefilled: this.expectedRows(dataset), notes, suggested, remarks });
  }

  /** What says whose office this is, surest first. */
  private async whose(): Promise<string[]> {
    const [letterhead, name] = await Promise.all([this.settings.get<{ readonly government?: string }>('letterhead', {}), this.settings.get('office.name', '')]);
    return [letterhead.government ?? '', name];
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

/** What a column's cells offer. */
interface Offer {
  readonly entries: Entries;
  /** Whether the check takes others as well. */
  readonly isPart: boolean;
  /** What whoever fills it has to know of a list that is not there as a whole. */
  readonly remark?: string;
}

function offerOf(variable: Variable, codes: ColumnCodes | undefined, expected: readonly string[] | undefined, whose: readonly string[]): Offer {
  const called = (some: readonly string[]): Entries => some.map((code) => [code, codes?.names.get(code) ?? '']);
  if (expected) return { entries: called(expected), isPart: true };
  if (!codes) return { entries: [], isPart: false };
  if (codes.names.size <= MOST_LISTED) return { entries: [...codes.names], isPart: false };
  const near = variable.type === 'region' ? nearCodes(codes, variable, whose) : null;
  const some = near && near.codes.length <= MOST_LISTED ? near.codes : [];
  return { entries: called(some), isPart: some.length > 0, remark: longList(variable, codes, some.length, near?.within ?? null) };
}

function longList({ title, type }: Variable, { list, names }: ColumnCodes, offered: number, within: string | null): string {
  const long = `Kolom “${title}”: daftar “${list?.id ?? ''}” (${formatDecimal(String(names.size), 'id')} kode) terlalu panjang untuk ditawarkan di sel`;
  if (offered > 0) return `${long}. Yang ditawarkan: ${formatDecimal(String(offered), 'id')} kode${within ? ` dalam ${within}` : ''}. Kode lain dari daftar itu juga diterima.`;
  return `${long}${type === 'region' ? ', dan wilayah kantor tidak dikenali dari kop surat atau nama kantor di Pengaturan' : ''}. Ketik kodenya; kode diperiksa setelah berkas diunggah.`;
}
