/** What a table in memory may hold. */
export const LIMITS = { bytes: 20_000_000, unpacked: 60_000_000, rows: 100_000, columns: 200, cellLength: 32_767 } as const;

/** A longer one comes as CSV, is read as a stream and kept as a file; more is refused with a sentence. */
export const LARGE_LIMITS = { rows: 2_000_000 } as const;
