import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ListedCodes } from '../analysis/listed-columns.service.js';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { OfficeRules } from '../rules/office-rules.service.js';

/** Raised with each change of what is counted of a large table: what was counted before is counted anew. */
const METHOD = 1;

/** What a check goes by, in a word: the data list, the office's rules and the lists of codes as they are. Where it is another, what was counted by it is counted anew. */
@Injectable()
export class CheckedBy {
  constructor(
    private readonly rules: OfficeRules,
    private readonly lists: ListedCodes,
  ) {}

  async of(dataset: Pick<DatasetEntity, 'variables' | 'rules'>): Promise<string> {
    const [settings, lists] = await Promise.all([this.rules.current(), this.lists.versions(dataset)]);
    return createHash('sha256').update(JSON.stringify([dataset.variables, dataset.rules, settings, lists, METHOD])).digest('hex');
  }
}
