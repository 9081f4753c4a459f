import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Settings, Transactions } from '../../../sdk/index.js';
import { formatNumber, officeDate } from './number-format.js';
import { RegisterEntity, RegisterNumberEntity } from './register.entity.js';

/** The register that numbered letters take their numbers from. */
export const LETTER_REGISTER = 'surat';

/** The office's registers: each number once, the same key always the same number. They begin anew each year. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async next(register: string, key: string): Promise<string> {
    const now = this.clock.now();
    const date = officeDate(now, await this.settings.get('timezone', 'Asia/Jakarta'));
    const format = await this.formatOf(register);
    return this.transactions.tx(async (db) => {
      await lock(db, register, date.year);
      const known = await db.findOneBy(RegisterNumberEntity, { key: `${register}:${key}` });
      if (known) return known.text;
      await db.increment(RegisterEntity, { name: register, year: date.year }, 'last', 1);
      const { last } = await db.findOneByOrFail(RegisterEntity, { name: register, year: date.year });
      const text = formatNumber(format, last, date);
      await db.insert(RegisterNumberEntity, { key: `${register}:${key}`, register, year: date.year, sequence: last, text, givenAt: now });
      return text;
    });
  }

  private formatOf(register: string): Promise<string> {
    if (register === LETTER_REGISTER) return this.settings.get('letters.numberFormat', '{n}/DISKOMINFO/{roman month}/{year}');
    return this.settings.get(`registers.${register}.numberFormat`, `{n}/${register.toUpperCase()}/{roman month}/{year}`);
  }
}

/** Whoever wants a number of this register waits here until we have ours; an update that changes nothing locks the row. */
async function lock(db: EntityManager, name: string, year: number): Promise<void> {
  await db.createQueryBuilder().insert().into(RegisterEntity).values({ name, year, last: 0 }).orIgnore().execute();
  await db.increment(RegisterEntity, { name, year }, 'last', 0);
}
