/** What one table may hold; more is refused with a sentence, before it fills the memory. */
export const LIMITS = { bytes: 20_000_000, unpacked: 60_000_000, rows: 100_000, columns: 200, cellLength: 32_767 } as const;
