import { Injectable } from '@nestjs/common';
import { Settings } from 'tertib';
import type { DatasetEntity } from '../datasets/dataset.entity.js';
import { isListed } from '../datasets/ddp-code.js';

/** `priority`: only data on the central list of priority data (Daftar Data Prioritas) go to BPS. */
export type ReviewScope = 'all' | 'priority';

export const isPriority = ({ ddpCode }: Pick<DatasetEntity, 'ddpCode'>): boolean => isListed(ddpCode);

/** Which data must go to BPS before they are published. The office decides. */
@Injectable()
export class ReviewPolicy {
  constructor(private readonly settings: Settings) {}

  scope(): Promise<ReviewScope> {
    return this.settings.get<ReviewScope>('review.scope', 'all');
  }

  async mustGo(dataset: Pick<DatasetEntity, 'ddpCode'>): Promise<boolean> {
    return (await this.scope()) === 'all' || isPriority(dataset);
  }
}
