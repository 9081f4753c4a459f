import { Injectable } from '@nestjs/common';
import { Settings } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { SettingEntity } from './identity.entities.js';
import { DEFAULTS } from './settings.schemas.js';

@Injectable()
export class SettingsService extends Settings {
  constructor(private readonly database: Database) {
    super();
  }

  async get<T>(key: string, fallback: T): Promise<T> {
    const setting = await this.database.read.findOneBy(SettingEntity, { key });
    return (setting?.value ?? (DEFAULTS as Readonly<Record<string, unknown>>)[key] ?? fallback) as T;
  }

  async all(): Promise<Record<string, unknown>> {
    const stored = Object.fromEntries((await this.database.read.find(SettingEntity)).map(({ key, value }) => [key, value]));
    return { ...DEFAULTS, ...stored };
  }

  /** Stores what is named and leaves the rest; null goes back to the default. */
  async set(values: Readonly<Record<string, unknown>>): Promise<void> {
    const rows = Object.entries(values).filter(([, value]) => value !== undefined).map(([key, value]) => ({ key, value }));
    await this.database.tx(async (db) => {
      await db.save(SettingEntity, rows.filter(({ value }) => value !== null));
      for (const { key } of rows.filter(({ value }) => value === null)) await db.delete(SettingEntity, { key });
    });
  }
}
