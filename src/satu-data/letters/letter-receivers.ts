import { Injectable } from '@nestjs/common';
import { Offices } from 'tertib';

/** Who letters to the statistics office, or to a role, reach. */
@Injectable()
export class LetterReceivers {
  constructor(private readonly offices: Offices) {}

  /** `bps` or another kind of office, or a role. */
  async addresses(receiver: string): Promise<string[]> {
    const offices = receiver === 'bps' || receiver === 'walidata' ? await this.offices.all(receiver) : [];
    const people = await this.offices.mailOf(receiver);
    return [...new Set([...offices.flatMap(({ email }) => (email ? [email] : [])), ...people])];
  }

  /** The office that sees what was sent to the receiver: the statistics office, where it is that. */
  async office(receiver: string): Promise<string | undefined> {
    return receiver === 'bps' ? (await this.offices.all('bps'))[0]?.id : undefined;
  }

  /** The head of the statistics office, as letters address him. */
  async addressee(): Promise<{ jabatan: string; instansi: string; tempat: string }> {
    const [bps] = await this.offices.all('bps');
    return { jabatan: 'Kepala Badan Pusat Statistik', instansi: bps?.name ?? '', tempat: '' };
  }
}
