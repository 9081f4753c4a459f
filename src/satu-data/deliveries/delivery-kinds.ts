import type { Text } from 'tertib';
import type { DeliveryKind } from './delivery.entity.js';

/** What was handed in of a data set, as its leader reads it. */
export const DELIVERY_KINDS: Readonly<Record<DeliveryKind, Text>> = {
  data: { id: 'Data disampaikan', en: 'Data delivered' },
  not_available: { id: 'Data tidak tersedia', en: 'Data not available' },
  not_ours: { id: 'Bukan kewenangan kami', en: 'Not ours to give' },
};
