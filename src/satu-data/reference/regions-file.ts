import { readFileSync } from 'node:fs';

/** Code and name of every region of Indonesia, outer ones first. From cahyadsn/wilayah, MIT: see LICENSE and SOURCE.md beside the files. */
const REGIONS = new URL('./regions.csv', import.meta.url);
/** Codes down to districts that are in an earlier list of the ministry and in no later one: last day, and what stands in their place. */
const ENDED = new URL('./regions-ended.csv', import.meta.url);
/** Codes of BPS with those of the ministry. Under the ODbL: see LICENSE.md and SOURCE.md in their folder. */
const BPS = new URL('./bps/regions-bps.csv', import.meta.url);

/** The lines of the file that a pattern of codes fits, one by one: nobody waits for 91,599 of them. */
export const regionsWith = (codes: string): Generator<readonly [code: string, name: string]> => lines(REGIONS, codes) as Generator<readonly [string, string]>;

export const endedRegions = (): Generator<readonly [code: string, name: string, until: string, replacedBy: string]> => lines(ENDED, String.raw`[\d.]+`, 2) as Generator<readonly [string, string, string, string]>;

export const bpsRegions = (): Generator<readonly [code: string, name: string, kemendagri: string]> => lines(BPS, String.raw`\d+`, 1) as Generator<readonly [string, string, string]>;

/** @param more - columns after the name, which hold codes and days. */
function* lines(file: URL, codes: string, more = 0): Generator<readonly string[]> {
  const line = new RegExp(`^(${codes}),(?:"(.*)"|(.*?))${String.raw`,([^,\n]*)`.repeat(more)}$`, 'gm');
  for (const [, code, quoted, plain, ...rest] of readFileSync(file, 'utf8').matchAll(line)) yield [code as string, (quoted ?? plain) as string, ...rest];
}
