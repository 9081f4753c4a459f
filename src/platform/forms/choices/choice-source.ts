import type { FormComponent } from '../form-definition.js';

/** Something that a field lets people choose; the value is stored. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail: string | null;
}

export interface ChoicePage {
  readonly items: Choice[];
  readonly more: boolean;
}

export interface ChoiceSearch {
  readonly text: string;
  readonly offset: number;
}

/** How many are shown at a time. */
export const PAGE = 20;

/** What the fields of one type are chosen from, for whoever asks. */
export interface ChoiceSource {
  /** A page of what may be chosen now in this field. */
  search(component: FormComponent, search: ChoiceSearch): Promise<ChoicePage>;
  /** Of these values, those that may be chosen now; with `past`, those too that might be chosen once. */
  permitted(component: FormComponent, values: readonly string[], past?: boolean): Promise<Choice[]>;
  /** What values are called that were accepted once, whatever became of them. */
  called(component: FormComponent, values: readonly string[]): Promise<Choice[]>;
}

/** Of what is in order, the page asked for. */
export function pageOf(all: readonly Choice[], { offset }: ChoiceSearch): ChoicePage {
  return { items: all.slice(offset, offset + PAGE), more: all.length > offset + PAGE };
}

/** Whether every word that was typed is somewhere in the text. */
export function hasWords(text: string, typed: string): boolean {
  const lower = text.toLowerCase();
  return typed.toLowerCase().split(/\s+/).every((word) => lower.includes(word));
}

/** The keys that are ticked in a setting of several. */
export const ticked = (setting: unknown): string[] => (typeof setting === 'object' && setting !== null ? Object.entries(setting).filter(([, on]) => on === true).map(([key]) => key) : []);
