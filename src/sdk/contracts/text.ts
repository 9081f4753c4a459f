/** A sentence in both languages of the product; Indonesian first. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

/** The languages of the screen. */
export type Language = keyof Text;
