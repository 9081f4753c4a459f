import type { Code, CodeLevel, Text } from 'tertib';

/** A code as the office keeps it. */
export interface OfficeCode extends Code {
  /** The code that stands in its place since it has ended, where that is one. */
  readonly replacedBy?: string;
  /** The same thing's code in the list that this one is paired with. */
  readonly pair?: string;
}

/** A list that comes with the application; its entries are there at once. */
export interface ShippedList {
  readonly scheme: string;
  readonly title: Text;
  readonly levels?: readonly CodeLevel[];
  /** The scheme of the list whose codes its `pair`s are. */
  readonly pairedWith?: string;
  codes(): Iterable<OfficeCode>;
}
