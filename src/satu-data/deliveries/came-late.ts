import type { Text } from 'tertib';

/** By the server's clock; whoever reads his own must not be left to believe that it counts (W2). */
export const CAME_LATE: Text = {
  id: 'Diterima sesudah batas waktu menurut jam server: tercatat terlambat, dan datanya tidak masuk basis data periode ini.',
  en: 'Received after the deadline by the server’s clock: recorded as late, and the data do not enter this period’s database.',
};
