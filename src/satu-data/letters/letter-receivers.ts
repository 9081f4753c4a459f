import { Injectable } from '@nestjs/common';
import { Offices } from 'tertib';
import { MailReaders, type Readers } from '../correspondence/mail-readers.service.js';

/** Who letters to the statistics office, or to a role, reach. */
@Injectable()
export class LetterReceivers {
  constructor(
    private readonly offices: Offices,
    private readonly mails: MailReaders,
  ) {}

  /** `bps` or another kind of office, or a role. */
  async readers(receiver: string): Promise<Readers[]> {
    return this.mails.ofOffices(receiver === 'bps' || receiver === 'walidata' ? await this.offices.all(receiver) : [], receiver);
  }

  async addresses(receiver: string): Promise<string[]> {
    return (await this.readers(receiver)).flatMap(({ to }) => to);
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
