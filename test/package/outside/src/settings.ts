import { Injectable, Module } from '@nestjs/common';
import type { TertibOptions } from 'tertib';

/** What an application of its own would read from wherever it keeps such things. */
@Injectable()
export class Settings {
  readonly tertib: TertibOptions = {
    engine: process.env['ENGINE_URL']
      ? { url: process.env['ENGINE_URL'], user: process.env['ENGINE_USER'] ?? '', password: process.env['ENGINE_PASSWORD'] ?? '' }
      : 'embedded',
    dataDir: process.env['DATA_DIR'] ?? 'data',
  };
}

@Module({ providers: [Settings], exports: [Settings] })
export class SettingsModule {}
