import { Injectable } from '@nestjs/common';
import { Problem } from 'tertib';
import { LastYear } from '../changes/last-year.service.js';
import { ColumnChoices, type CodeTitles } from '../code-lists/column-choices.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { TableRow } from '../tables/index.js';
import type { Place } from './question.entities.js';
import type { Places } from './question.schemas.js';

/** As many as a list of choices holds. */
const MOST = 100;

/** Which row of a table a question is about: rows are named by their keys, so that they are the same in the next delivery. */
@Injectable()
export class QuestionPlaces {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly lastYear: LastYear,
    private readonly choices: ColumnChoices,
  ) {}

  /** The rows of what was delivered last; before anything was, those of last year. */
  async of(dataset: DatasetEntity, q = ''): Promise<Places> {
    const keys = keysOf(dataset);
    if (keys.length === 0) return { items: [], more: false };
    const words = q.toLowerCase();
    const rows = (await this.rows(dataset)).map((row) => placeOf(row, keys));
    const titles = await this.choices.titles(dataset, rows);
    const found = rows.map((place) => ({ place, name: placeName(place, titles) })).filter(({ name }) => name.toLowerCase().includes(words));
    const each = [...new Map(found.map((one) => [one.name, one])).values()];
    return { items: each.slice(0, MOST), more: each.length > MOST };
  }

  /** What people call these rows. */
  async names(dataset: DatasetEntity, places: readonly Place[]): Promise<(place: Place) => string> {
    const titles = await this.choices.titles(dataset, places);
    return (place) => placeName(place, titles);
  }

  private async rows(dataset: DatasetEntity): Promise<readonly TableRow[]> {
    const delivery = await this.deliveries.latest(dataset.id);
    const table = delivery && (await this.deliveries.table(delivery.id));
    return (table ?? (await this.lastYear.table(dataset)))?.rows ?? [];
  }
}

/** @throws `question-place` (422) for what no row of the table is named by. */
export function checkPlace(place: Place, dataset: DatasetEntity): void {
  const keys = new Set(keysOf(dataset));
  const unknown = Object.keys(place).find((name) => !keys.has(name));
  if (unknown !== undefined) throw new Problem('question-place', 422, { id: `Baris tabel ini tidak dikenal dari kolom “${unknown}”. Pilih baris dari daftar.`, en: `Rows of this table are not named by the column “${unknown}”. Choose the row from the list.` });
}

/** How people call it: codes by their names, in the order of the columns. */
const placeName = (place: Place, titles: CodeTitles): string => Object.entries(place).map(([name, value]) => titles[name]?.[value]?.id ?? value).join(', ');

const keysOf = ({ variables }: DatasetEntity): string[] => variables.filter(({ key }) => key).map(({ name }) => name);

const placeOf = (row: TableRow, keys: readonly string[]): Record<string, string> => Object.fromEntries(keys.flatMap((name) => (row[name] ? [[name, row[name]] as const] : [])));
