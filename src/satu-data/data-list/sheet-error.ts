import type { Text } from 'tertib';

/** What is wrong with a cell of a workbook. */
export interface SheetError {
  readonly cell: string;
  readonly message: Text;
}

export const say = (cell: string, id: string, en: string): SheetError => ({ cell, message: { id, en } });
