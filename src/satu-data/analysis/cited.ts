import { figureTitle, reasonWords } from './figure-words.js';
import type { Figures } from './figures.js';
import { queryText, type Query } from './query.js';

/** Figures that a text names, numbered as they are named first: who has the report on paper, or without links, finds by its number what a figure is and how it is asked for. */
export class Cited {
  private readonly cited = new Map<string, { readonly query: Query; readonly number: number }>();

  numberOf(query: Query): number {
    const text = queryText(query);
    const { number } = this.cited.get(text) ?? { number: this.cited.size + 1 };
    if (number > this.cited.size) this.cited.set(text, { query, number });
    return number;
  }

  /** In words, with the rows that each was made of. */
  list(figures: Figures, addressOf: (query: Query) => string) {
    return [...this.cited].map(([kueri, { query, number }]) => {
      const figure = figures.of(query);
      return { nomor: number, judul: figureTitle(figures, query).id, sebab: reasonWords(figure)?.id ?? null, rumus: figures.formulaOf(query.column, 'id'), baris: figure.facts.length, kueri, rujukan: addressOf(query) };
    });
  }
}
