import { useId } from 'react';
import type { Writable } from '../../../../api/index.js';
import { useT } from '../../../../shared/i18n/index.js';
import type { DiagramElement, Modeler } from '../model.js';
import { isRemovable, propertyOf, removePart, writePart, type Part } from './parts.js';
import { expertWords } from './words.js';

interface Props {
  modeler: Modeler;
  element: DiagramElement;
  part: Part;
  writable: Writable[string];
}

/** The properties of the element, or of something that stands in it. */
export function PartFields({ modeler, element, part, writable }: Props) {
  const t = useT(expertWords);
  const { node } = part;
  const known = writable.flatMap(({ name, choices }) => {
    const property = propertyOf(node, name);
    return property ? [{ property, choices }] : [];
  });
  return (
    <fieldset className="border rounded p-2 mb-3">
      <legend className="float-none w-auto px-1 mb-0 fs-5"><code>{node.$type}</code></legend>
      {known.map(({ property, choices }) => <One key={property} property={property} choices={choices} value={node.get(property)} onChange={(value) => writePart(modeler, element, part, property, value)} />)}
      {isRemovable(part) ? <button type="button" className="btn btn-sm" aria-label={t.removeOf(node.$type, node.name ?? '')} onClick={() => removePart(modeler, element, part)}>{t.remove}</button> : null}
    </fieldset>
  );
}

interface OneProps {
  property: string;
  choices: Writable[string][number]['choices'];
  value: unknown;
  onChange: (value: string | boolean) => void;
}

function One({ property, choices, value, onChange }: OneProps) {
  const t = useT(expertWords);
  const id = useId();
  const written = value === undefined || value === null ? '' : String(value);
  return (
    <div className="row g-2 mb-2 align-items-center">
      <label className="col-5 small text-break" htmlFor={id}>{property}</label>
      <div className="col-7">
        {choices.includes(true) ? <input type="checkbox" className="form-check-input" id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)} /> : null}
        {choices.length === 0 ? <input className="form-control form-control-sm" id={id} value={written} onChange={(event) => onChange(event.target.value)} /> : null}
        {choices.length > 0 && !choices.includes(true) ? (
          <select className="form-select form-select-sm" id={id} value={written} onChange={(event) => onChange(event.target.value)}>
            <option value="">{t.unset}</option>
            {choices.map((one) => <option key={String(one)} value={String(one)}>{String(one)}</option>)}
          </select>
        ) : null}
      </div>
    </div>
  );
}
