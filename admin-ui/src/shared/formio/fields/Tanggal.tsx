import type { FormComponent } from '../../../api/index.js';
import { fromLocal, officeZone, toLocal, useFormat, useT, zoneName } from '../../i18n/index.js';
import { chosenDay } from '../../ui/index.js';
import { editFormWith, FormioField, type BuilderInfo } from '../base.js';
import { ReactField, type ViewProps } from '../ReactField.js';
import { words } from '../words.js';

function TanggalView({ id, component, value, onChange, disabled, required, say }: ViewProps<string>) {
  const t = useT(words);
  const zone = officeZone();
  const withTime = component['enableTime'] !== false;
  const local = value ? toLocal(value, zone) : '';
  const shown = withTime ? local : local.slice(0, 10);
  const type = withTime ? 'datetime-local' : 'date';
  const below = chosenDay(type, shown, useFormat()) || (withTime ? t.zone(zoneName()) : '');
  return (
    <>
      <input
        id={id}
        className="form-control tertib-date"
        type={type}
        value={shown}
        disabled={disabled}
        // Where a form is only looked at, Form.io draws a label that is no label of this.
        aria-label={say(String(component['label'] ?? ''))}
        aria-required={required}
        onChange={(e) => onChange(e.target.value ? fromLocal(withTime ? e.target.value : `${e.target.value}T00:00`, zone) : '')}
      />
      {below ? <div className="form-hint">{below}</div> : null}
    </>
  );
}

/**
 * Form.io's `datetime`, drawn with the browser's own date input: it needs no library from elsewhere, speaks to
 * screen readers and telephones, and reads the office's clock wherever the browser stands.
 */
export class Tanggal extends ReactField<string> {
  static override schema(...extend: object[]): FormComponent {
    return FormioField.schema({ type: 'datetime', label: 'Tanggal', key: 'tanggal', enableDate: true, enableTime: true, defaultValue: '' }, ...extend);
  }

  static get builderInfo(): BuilderInfo {
    return { title: 'Date / Time', group: 'advanced', icon: 'calendar', weight: 40, schema: Tanggal.schema() };
  }

  static editForm(...extend: object[][]) {
    return editFormWith([{ type: 'checkbox', key: 'enableTime', label: 'With time of day', input: true, weight: 1 }], extend);
  }

  get defaultSchema(): FormComponent {
    return Tanggal.schema();
  }

  get emptyValue(): string {
    return '';
  }

  protected view(props: ViewProps<string>) {
    return <TanggalView {...props} />;
  }
}
