import type { Principal } from 'tertib';
import { reject } from '../shared/reject.js';
import type { fileList } from '../shared/form-values.js';
import type { z } from 'zod';
import type { PaperSource } from './delivery.entity.js';

export interface HowDelivered {
  readonly caraPenyampaian?: 'langsung' | 'kertas' | null | undefined;
  readonly berkasKertas: z.output<typeof fileList>;
  readonly tanggalDiterima?: Date | null | undefined;
}

interface Context {
  readonly user: Principal;
  readonly officeId: string | null;
  readonly at: Date;
}

/** Who has the form open: a producer's own people have nothing to choose, and staff record from papers. The form shows by it what concerns them. */
export const fillsIn = (user: Principal, officeId: string | null): object => (user.officeId === officeId ? { pengisi: 'produsen' } : { pengisi: 'petugas', caraPenyampaian: 'kertas' });

/** The papers that staff record from; null where the producer enters his own data. Nobody is the other. */
export function paperSource({ user, officeId, at }: Context, { caraPenyampaian, berkasKertas, tanggalDiterima }: HowDelivered): PaperSource | null {
  const ofProducer = user.officeId === officeId;
  const fromPaper = caraPenyampaian === 'kertas';
  if (ofProducer && fromPaper) reject('caraPenyampaian', 'Anda mengisi data kantor sendiri: pilih "Produsen data sendiri".', 'You fill in your own office’s data: choose “The data producer”.');
  if (!ofProducer && !fromPaper) reject('caraPenyampaian', 'Anda mencatat untuk produsen: pilih "Petugas walidata, dari berkas kertas produsen" dan lampirkan pindaiannya.', 'You record for the producer: choose “Staff of the data office, from the producer’s papers” and attach the scan.');
  if (!fromPaper) return null;
  const [scan] = berkasKertas;
  if (!scan) reject('berkasKertas', 'Lampirkan pindaian berkas kertasnya.', 'Attach the scan of the papers.');
  if (!tanggalDiterima) reject('tanggalDiterima', 'Isi tanggal berkas diterima.', 'Say on which day the papers came.');
  if (tanggalDiterima > at) reject('tanggalDiterima', 'Tanggal berkas diterima tidak boleh sesudah hari ini.', 'The papers cannot have come after today.');
  return { fileId: scan.id, receivedOn: tanggalDiterima.toISOString() };
}
