import type { Text } from './text.js';

/** One entry of a {@link CodeList}. @beta */
export interface Code {
  /** As it is written and stored; unique in its list, and never given to something else. */
  readonly code: string;
  /** What it stands for. */
  readonly title: Text;
  /** Code of what it lies in; null at the top. */
  readonly parent: string | null;
  /** Key of its {@link CodeLevel}; absent in a list without levels. */
  readonly level?: string;
  /** The first day that it may be chosen, YYYY-MM-DD in the office's time zone. Default: always was. */
  readonly validFrom?: string;
  /** The last day that it may be chosen. Stored answers keep it after that. Default: no end. */
  readonly validTo?: string;
}

/** A kind of entry, such as province or village. @beta */
export interface CodeLevel {
  /** Lower case; what forms name it by. */
  readonly key: string;
  /** What people call it. */
  readonly title: Text;
}

/**
 * A list of codes that forms let people choose from, by code or name: regions, commodities, kinds of document.
 *
 * @beta
 * @example
 * const units: CodeList = {
 *   scheme: 'units',
 *   title: { id: 'Satuan', en: 'Units' },
 *   codes: () => [{ code: 'kg', title: { id: 'Kilogram', en: 'Kilogram' }, parent: null }],
 * };
 */
export interface CodeList {
  /** Whose codes these are, in lower case, such as `kemendagri` or `bps`; what forms name the list by. */
  readonly scheme: string;
  /** What people call the list. */
  readonly title: Text;
  /** From the outermost to the innermost. Default: none. */
  readonly levels?: readonly CodeLevel[];
  /** Another one whenever its entries are others: they are then read again. Default: they never change. */
  readonly version?: string;
  /** All entries, parents before what lies in them. Asked once for each version, when the list is first needed; 100,000 are no trouble. */
  codes(): Iterable<Code> | Promise<Iterable<Code>>;
}

/** Lists of codes that change while the application runs, such as those that an office keeps itself. @beta */
export interface CodeListSource {
  /** The lists as they are now. Asked at each check of a form that has a code in it: answer quickly, and leave the entries to `codes()`. */
  lists(): Promise<readonly CodeList[]>;
}

/**
 * Where a plugin says that it has lists of codes that change. One of the same scheme as a list of a plugin's definition stands in its place.
 *
 * @beta
 * @example
 * codeLists.follow({
 *   lists: async () => [{ scheme: 'tariffs', title: { id: 'Tarif', en: 'Tariffs' }, version: '7', codes: () => [{ code: 'A1', title: { id: 'Retribusi pasar', en: 'Market fee' }, parent: null }] }],
 * });
 */
export abstract class CodeRegistry {
  /** From now on the source's lists are among those that forms let people choose from. */
  abstract follow(source: CodeListSource): void;
}
