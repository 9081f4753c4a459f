import { Injectable } from '@nestjs/common';
import { Settings } from '../../sdk/index.js';
import { Database } from '../kernel/index.js';
import { SettingEntity } from './identity.entities.js';

@Injectable()
export class SettingsService extends Settings {
  constructor(private readonly database: Database) {
    super();
  }

  async get<T>(key: string, fallback: T): Promise<T> {
    const setting = await this.database.read.findOneBy(SettingEntity, { key });
    return setting ? (setting.value as T) : fallback;
  }

  async all(): Promise<Record<string, unknown>> {
    return Object.fromEntries((await this.database.read.find(SettingEntity)).map(({ key, value }) => [key, value]));
  }

  async set(values: Readonly<Record<string, unknown>>): Promise<void> {
    const rows = Object.entries(values).filter(([, value]) => value !== undefined).map(([key, value]) => ({ key, value }));
    await this.database.tx((db) => db.save(SettingEntity, rows));
  }
}
