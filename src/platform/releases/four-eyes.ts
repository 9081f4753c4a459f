import { Injectable } from '@nestjs/common';
import { Asker, Settings } from '../../sdk/index.js';
import type { DraftEntity } from './draft.entity.js';
import { ReleaseProblem } from './releases.problems.js';

/** Where the office wants it, nobody publishes what they were the last to edit. */
@Injectable()
export class FourEyes {
  constructor(
    private readonly settings: Settings,
    private readonly asker: Asker,
  ) {}

  /** @throws 409, naming the files. */
  async judge(changed: readonly Pick<DraftEntity, 'path' | 'updatedBy'>[]): Promise<void> {
    const me = this.asker.current()?.id;
    const own = changed.filter(({ updatedBy }) => me !== undefined && updatedBy === me).map(({ path }) => path);
    if (own.length > 0 && (await this.settings.get('procedures.fourEyes', false))) throw ReleaseProblem.needsAnother(own);
  }
}
