import type { HeavyReads } from '../../kernel/index.js';

/** How long something took or waits, in seconds: half of them no longer than `median`, nine in ten no longer than `most`. */
export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly most: number;
  /** All of them together. */
  readonly total: number;
}

interface Asked {
  /** A query that answers these columns and `seconds`. */
  readonly rows: string;
  readonly by: readonly string[];
  /** A further column of `rows`, of which the greatest is answered. */
  readonly also?: string;
  readonly values: Readonly<Record<string, string>>;
}

type Raw<K extends string> = Readonly<Record<K, string | null> & Record<'count' | 'median' | 'most' | 'total', string | number>>;

/** The database sorts and counts: it need not send a hundred thousand rows for forty answers. */
export async function spreads<K extends string>(reads: HeavyReads, { rows, by, also, values }: Asked): Promise<(Readonly<Record<K, string | null>> & Spread)[]> {
  const keys = by.map((key) => `"${key}"`).join(', ');
  const [more, greatest] = also === undefined ? ['', ''] : [`, "${also}"`, `, MAX("${also}") AS "${also}"`];
  const sql = `
    WITH r AS (SELECT ${keys}${more}, "seconds", ROW_NUMBER() OVER (PARTITION BY ${keys} ORDER BY "seconds") AS "rank", COUNT(*) OVER (PARTITION BY ${keys}) AS "n" FROM (${rows}) q)
    SELECT ${keys}, MAX("n") AS "count", SUM("seconds") AS "total",
      MAX(CASE WHEN ("rank" - 1) * 2 < "n" THEN "seconds" END) AS "median", MAX(CASE WHEN ("rank" - 1) * 10 < 9 * "n" THEN "seconds" END) AS "most"${greatest}
    FROM r GROUP BY ${keys}`;
  const found = await reads.ask<Raw<K>>(sql, values);
  // An engine whose clock was set may end something before it began.
  const seconds = (value: string | number): number => Math.max(0, Math.round(Number(value)));
  return found.map((row) => ({ ...row, count: Number(row.count), median: seconds(row.median), most: seconds(row.most), total: seconds(row.total) }));
}
