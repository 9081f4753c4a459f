import { setImmediate } from 'node:timers/promises';
import type { CodeLevel, Text } from 'tertib';
import { grouped } from '../shared/grouped.js';
import type { OfficeCode } from './code-list.types.js';

/** First and last day of what data are about, YYYY-MM-DD. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a list is called and made of. */
export interface ListFacts {
  readonly scheme: string;
  readonly title: Text;
  readonly levels: readonly CodeLevel[];
  readonly pairedWith?: string | undefined;
  /** Whether it came with the application. */
  readonly shipped: boolean;
  readonly version: number;
}

/** Entries read before others get their turn: some milliseconds. */
const SLICE = 5_000;

/** A list as it is in one version, in memory: parents before what lies in them. */
export class CodeTable {
  private days: { readonly ends: readonly string[]; readonly begins: readonly string[] } | undefined;

  private inside: ReadonlyMap<string | null, readonly OfficeCode[]> | undefined;

  private constructor(
    readonly facts: ListFacts,
    readonly codes: readonly OfficeCode[],
    private readonly places: ReadonlyMap<string, number>,
  ) {}

  static of(facts: ListFacts, codes: Iterable<OfficeCode>): Promise<CodeTable> {
    return new CodeTable(facts, [], new Map()).changed(facts, [codes]);
  }

  /** This one with what somebody has changed and added, some at a time, in their order: it stands in place of what is there. */
  async changed(facts: ListFacts, parts: Iterable<Iterable<OfficeCode>> | AsyncIterable<Iterable<OfficeCode>>): Promise<CodeTable> {
    const codes = [...this.codes];
    const places = new Map(this.places);
    let read = 0;
    for await (const part of parts) {
      // Not awaited one by one: that takes ten times as long as the rest.
      for (const code of part) {
        const place = places.get(code.code) ?? codes.length;
        codes[place] = code;
        places.set(code.code, place);
        if ((read += 1) % SLICE === 0) await setImmediate();
      }
    }
    return new CodeTable(facts, codes, places);
  }

  /** The same for spans of which the list says the same: as many codes have ended before them and begun by their end. Few days of a list see any change. */
  eraOf({ from, to }: Span): string {
    const { ends, begins } = (this.days ??= { ends: daysOf(this.codes, 'validTo'), begins: daysOf(this.codes, 'validFrom') });
    return `${ends.filter((day) => day < from).length}/${begins.filter((day) => day <= to).length}`;
  }

  /** What lies right within a code, in their order. */
  within(code: string): readonly OfficeCode[] {
    this.inside ??= grouped(this.codes, ({ parent }) => parent);
    return this.inside.get(code) ?? [];
  }

  get(code: string): OfficeCode | undefined {
    const place = this.places.get(code);
    return place === undefined ? undefined : this.codes[place];
  }
}

const daysOf = (codes: readonly OfficeCode[], which: 'validFrom' | 'validTo'): string[] => [...new Set(codes.flatMap((code) => code[which] ?? []))];

/** Whether it was valid on any day of the span: in a year in which codes change, both may be written. */
export const isValid = ({ validFrom, validTo }: Pick<OfficeCode, 'validFrom' | 'validTo'>, { from, to }: Span): boolean => (validFrom === undefined || validFrom <= to) && (validTo === undefined || validTo >= from);
