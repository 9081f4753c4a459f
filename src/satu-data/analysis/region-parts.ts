import type { Span } from '../code-lists/code-table.js';
import { isValid } from '../code-lists/code-table.js';
import { spanOf } from '../tables/time-span.js';
import type { Cube, Fact, Where } from './cube.js';
import type { ListedPart } from './places.js';

/** A region that rows tell of a part of: how many of what it is made of are there whole. */
export interface RegionPart {
  readonly has: number;
  readonly of: number;
  /** The column of the region, and the level of what was counted. */
  readonly column: string;
  readonly level: number;
}

/**
 * What of a region rows do not tell; null where one tells of all of it, where all of its parts are there, or where no list says what they are. Its parts are those that the data list
 * expects within it, for an office knows where there is nothing to count; of a wider region than all that it expects, and where it expects none, those of the list of regions.
 *
 * @param expected - regions that the data list asks for
 */
export function regionPart(cube: Cube, { region, period }: Readonly<Record<'region' | 'period', string>>, where: Where, facts: readonly Fact[], expected: readonly string[]): RegionPart | null {
  const { places } = cube;
  const asked = where[region];
  const there = new Set(facts.flatMap(({ at }) => at[region] ?? []));
  if (asked === undefined || there.size === 0 || there.has(asked)) return null;
  const span = daysOf(where[period] ?? '');
  const isWhole = (code: string): boolean => {
    if (there.has(code)) return true;
    const parts = needed(code);
    return parts.length > 0 && parts.every(isWhole);
  };
  const needed = (code: string): string[] => {
    const parts = places.parts(region, code).filter((part) => !span || isValid(part, span));
    const lasting = parts.filter((part) => lasts(part, span)).map((part) => part.code);
    // Of those that begin or end within the period either may be told.
    return lasting.length > 0 ? lasting : parts.map((part) => part.code).filter(isWhole);
  };
  const inside = expected.filter((code) => code !== asked && places.isWithin(region, code, asked));
  const isExpected = inside.length > 0 && !(expected.length === inside.length && isWiderThan(cube, region, asked, inside));
  const parts = isExpected ? inside : needed(asked);
  const has = parts.filter(isWhole).length;
  // Of what is not there no level is known: it is that of those beside it.
  return parts.length === has ? null : { has, of: parts.length, column: region, level: Math.max(...parts.map((code) => places.level(region, code))) };
}

/** Whether all of these lie in one part of it: then it is not what they are of. */
const isWiderThan = ({ places }: Cube, region: string, code: string, inside: readonly string[]): boolean =>
  commonOf(inside.map((one) => [one, ...places.around(region, one)])) !== code;

/** The innermost of what all lie in; undefined where there is none. */
function commonOf([first = [], ...others]: readonly (readonly string[])[]): string | undefined {
  const rest = others.map((line) => new Set(line));
  return first.find((code) => rest.every((line) => line.has(code)));
}

/** The levels of the regions of a table, outermost first: none that is wider than all that it tells of, which would be the same figures under the name of what they are a part of. */
export function regionLevels(cube: Cube, region: string): number[] {
  const { places } = cube;
  const own = new Set(cube.facts.flatMap(({ at }) => at[region] ?? []));
  const common = commonOf([...own].map((code) => [code, ...places.around(region, code)]));
  const outermost = common === undefined ? 0 : places.level(region, common);
  return [...new Set(cube.valuesOf(region).map((code) => places.level(region, code)))].filter((level) => level >= outermost).toSorted((a, b) => a - b);
}

const lasts = ({ validFrom, validTo }: ListedPart, span: Span | null): boolean => (span ? (validFrom === undefined || validFrom <= span.from) && (validTo === undefined || validTo >= span.to) : validTo === undefined);

/** The days of a period that is told with its year. */
function daysOf(period: string): Span | null {
  const span = spanOf(period);
  if (!span?.hasYear) return null;
  const month = (months: number, last: number): string => new Date(Date.UTC(Math.floor(months / 12), months % 12 + last, last ? 0 : 1)).toISOString().slice(0, 10);
  return { from: month(Math.floor(span.from), 0), to: month(Math.ceil(span.to) - 1, 1) };
}
