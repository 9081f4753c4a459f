import { Injectable } from '@nestjs/common';
import { Settings } from 'tertib';

const ZONES: Readonly<Record<string, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** Moments in the words and the zone of the office. */
@Injectable()
export class LocalTime {
  constructor(private readonly settings: Settings) {}

  /** E.g. `31 Agustus 2026 pukul 16.00 WIB`. */
  async format(moment: Date): Promise<string> {
    const zone = await this.settings.get('timezone', 'Asia/Jakarta');
    return `${new Intl.DateTimeFormat('id', { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(moment)} ${ZONES[zone] ?? zone}`;
  }
}
