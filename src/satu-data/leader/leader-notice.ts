import { Injectable } from '@nestjs/common';
import { Mailer, Offices, type OpenedTaskLink } from 'tertib';

const DID = { setuju: 'menyetujui', kembalikan: 'mengembalikan' } as const;

/** Tells the office itself what was decided in its leader's name: whoever made a link for himself would be found out. */
@Injectable()
export class LeaderNotice {
  constructor(
    private readonly mailer: Mailer,
    private readonly offices: Offices,
  ) {}

  async send({ link, context: { caseId, officeId } }: OpenedTaskLink, decision: keyof typeof DID, period: string): Promise<void> {
    const office = officeId === null ? null : await this.offices.byId(officeId);
    const leaders = officeId === null ? [] : await this.offices.mailOf('pimpinan', officeId);
    const to = [...new Set([...(office?.email ? [office.email] : []), ...leaders])];
    if (to.length === 0) return;
    await this.mailer.send({
      key: `leader-link:${link.id}`, caseId, to, subject: `Validasi lewat tautan – ${period}`,
      text: `${link.name} (${link.title}) ${DID[decision]} data ${office?.name ?? ''} untuk ${period} lewat tautan sekali pakai yang dikirim oleh ${link.sentByName}.\n\nBila ini tidak benar, segera beri tahu Seksi Pengelolaan Data.\n`,
    });
  }
}
