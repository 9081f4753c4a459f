import { figureTitle, reasonWords } from './figure-words.js';
import type { Figures } from './figures.js';
import { queryText, type Query } from './query.js';

/** Figures that a text names, numbered as they are named first: who has the report on paper, or without links, finds by its number what a figure is and how it is asked for. */
export class Cited {
  private readonly queries = new Map<string, Query>();

  numberOf(query: Query): number {
    const text = queryText(query);
    this.queries.set(text, this.queries.get(text) ?? query);
    return [...this.queries.keys()].indexOf(text) + 1;
  }

  /** In words, with the rows that each was made of. */
  list(figures: Figures, addressOf: (query: Query) => string) {
    return [...this.queries].map(([kueri, query], index) => {
      const figure = figures.of(query);
      return { nomor: index + 1, judul: figureTitle(figures, query).id, sebab: reasonWords(figure)?.id ?? null, rumus: figures.formulaOf(query.column, 'id'), baris: figure.facts.length, kueri, rujukan: addressOf(query) };
    });
  }
}
