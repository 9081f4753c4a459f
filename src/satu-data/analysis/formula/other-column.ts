/** A column of another data set of the same period, as a formula writes it: `[Jumlah penduduk].jumlah`, by the data set's name or its ID DDD. */
export interface OtherColumn {
  readonly dataset: string;
  readonly column: string;
}

const WRITTEN = /^\[\s*([^\][\s][^\][]*?)\s*\]\s*\.\s*([a-z_]\w*)$/i;

/** Null for a column of the data set itself. */
export function otherColumn(name: string): OtherColumn | null {
  const [, dataset, column] = WRITTEN.exec(name) ?? [];
  return dataset !== undefined && column !== undefined ? { dataset, column } : null;
}

/** A name or an ID, as it is compared: however it is spaced, and whatever letters are large. */
export const sameName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
