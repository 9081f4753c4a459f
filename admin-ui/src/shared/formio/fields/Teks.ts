import { FormioTextarea } from '../base.js';

/** Form.io's `textarea`. It grows with what is in it, but forgets how many rows its form gives it. Where it cannot be written in, Form.io draws a box without a name, which a screen reader cannot announce. */
export class Teks extends FormioTextarea {
  override async attach(element: HTMLElement): Promise<void> {
    await super.attach(element);
    for (const box of element.querySelectorAll('textarea')) box.style.setProperty('--rows', String(box.rows));
    for (const box of element.querySelectorAll('.formio-editor-read-only-content')) {
      box.setAttribute('aria-label', this.t(this.component.label ?? ''));
      box.setAttribute('aria-readonly', 'true');
    }
  }
}
