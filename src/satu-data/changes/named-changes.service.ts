import { Injectable } from '@nestjs/common';
import { ColumnChoices } from '../code-lists/column-choices.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import type { Changes } from './changes-since.js';

/** Differences with what the lists of codes call the rows that they are in. */
@Injectable()
export class NamedChanges {
  constructor(private readonly choices: ColumnChoices) {}

  async of(dataset: DatasetEntity, changes: Changes): Promise<Changes> {
    const titles = await this.choices.titles(dataset, changes.changed.map(({ keys }) => Object.fromEntries(keys.map(({ variable, value }) => [variable.name, value]))));
    return { ...changes, changed: changes.changed.map((change) => ({ ...change, keys: change.keys.map((key) => ({ ...key, title: titles[key.variable.name]?.[key.value] ?? null })) })) };
  }
}
