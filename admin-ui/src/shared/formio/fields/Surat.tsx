import type { FormComponent, Letter } from '../../../api/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { LetterList } from './LetterList.js';

/** The letters that this task is about. */
export class Surat extends ReactField<Letter[]> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'surat', label: 'Surat', key: 'surat', persistent: false }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Letter', group: 'tertib', icon: 'envelope', weight: 50, schema: Surat.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([], extend);
  }

  get defaultSchema(): FormComponent {
    return Surat.schema();
  }

  get emptyValue(): Letter[] {
    return [];
  }

  protected view({ value }: ViewProps<Letter[]>) {
    return <LetterList letters={Array.isArray(value) ? value : []} />;
  }
}
