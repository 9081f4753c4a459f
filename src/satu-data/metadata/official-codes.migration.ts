import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MetadataEntity } from './metadata.entity.js';
import { EARLIER_NONPROBABILITY } from './sheets/ms-keg.sheet.js';

interface Row {
  readonly id: string;
  readonly content: string;
}
const KEY = 'metodeNonprobabilitas';

/** R.5.3 is one list on the official form: its methods of non-probability samples are 6 to 10, and had been kept as 1 to 5. Said again of every version, so that each reads as it was answered. */
export class OfficialCodes1732400101165 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return recode(runner, EARLIER_NONPROBABILITY);
  }

  down(runner: QueryRunner): Promise<void> {
    return recode(runner, Object.fromEntries(Object.entries(EARLIER_NONPROBABILITY).map(([before, now]) => [now, before])));
  }
}

async function recode(runner: QueryRunner, codes: Readonly<Record<string, string>>): Promise<void> {
  const rows = await runner.manager.createQueryBuilder().select(['m.id AS "id"', 'm.content AS "content"']).from('satu_data_metadata', 'm').where(`m.kind = 'activity' AND m.content LIKE :key`, { key: `%"${KEY}"%` }).getRawMany<Row>();
  for (const { id, content } of rows) {
    const kept = JSON.parse(content) as Record<string, unknown>;
    const now = codes[kept[KEY] as string];
    if (now !== undefined) await runner.manager.createQueryBuilder().update(MetadataEntity).set({ content: { ...kept, [KEY]: now } as unknown as Record<string, never> }).where('id = :id', { id }).execute();
  }
}
