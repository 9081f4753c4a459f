/** A sentence in both languages of the product; Indonesian first. @public */
export interface Text {
  /** Plain Indonesian. */
  readonly id: string;
  /** Plain English. */
  readonly en: string;
}

/** The languages of the screen. @public */
export type Language = keyof Text;
