import { reasonText } from '../datasets/state-reasons.js';
import { DATASET_STATES } from '../datasets/dataset.states.js';
import type { DeliveryEntity } from '../deliveries/delivery.entity.js';
import { senderOf, validatorOf } from '../deliveries/delivery-people.js';
import type { RequestEntity } from '../requests/request.entity.js';
import { safeText } from '../tables/safe-text.js';
import type { Cell } from './board-views.js';

export interface RegisterRow {
  readonly number: number;
  readonly producer: string;
  readonly dataset: Cell;
  readonly request: RequestEntity | undefined;
  /** The newest one. */
  readonly delivery: DeliveryEntity | undefined;
}

export interface RegisterColumn {
  readonly title: string;
  readonly width: number;
  readonly value: (row: RegisterRow, time: (at: Date | null | undefined) => string) => string | number;
}

const text = (value: string | null | undefined): string => safeText(value ?? '');

/** The columns of the buku register (pencatatan), which is Indonesian as an office keeps it. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  { title: 'No.', width: 6, value: ({ number }) => number },
  { title: 'Produsen data', width: 30, value: ({ producer }) => text(producer) },
  { title: 'ID DDD', width: 14, value: ({ dataset }) => text(dataset.code) },
  { title: 'Nama data', width: 42, value: ({ dataset }) => text(dataset.title) },
  { title: 'Nomor surat permintaan', width: 20, value: ({ request }) => text(request?.letterNumber) },
  { title: 'Diminta', width: 18, value: ({ request }, time) => time(request?.sentAt) },
  { title: 'Batas waktu', width: 18, value: ({ request }, time) => time(request?.deadline) },
  { title: 'Disampaikan', width: 18, value: ({ delivery }, time) => time(delivery?.submittedAt) },
  { title: 'Oleh', width: 20, value: ({ delivery }) => text(delivery && senderOf(delivery)) },
  { title: 'Divalidasi', width: 18, value: ({ delivery }, time) => time(delivery?.validatedAt) },
  { title: 'Oleh pimpinan', width: 20, value: ({ delivery }) => text(delivery && validatorOf(delivery)) },
  { title: 'Nomor tanda terima', width: 20, value: ({ delivery }) => text(delivery?.withdrawal && delivery.receiptNumber ? `${delivery.receiptNumber} (ditarik kembali)` : delivery?.receiptNumber) },
  { title: 'Keadaan', width: 20, value: ({ dataset }) => DATASET_STATES[dataset.state].name.id },
  { title: 'Sejak', width: 18, value: ({ dataset }, time) => time(dataset.updatedAt) },
  { title: 'Keterangan', width: 34, value: ({ dataset, delivery }) => text(reasonText(dataset.stateReason)?.id ?? delivery?.reason) },
];
