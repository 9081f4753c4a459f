import { useState } from 'react';
import type { FormDefinition, FormValues } from '../../../api/index.js';
import { officeZone, toLocal, useLanguage, useT } from '../../../shared/i18n/index.js';
import { Dialog, ProblemNote, SelectField } from '../../../shared/ui/index.js';
import { useFormUses, useProducers } from '../calls.js';
import { DeviceFrame } from './DeviceFrame.js';
import { useFirstChoices } from './useFirstChoices.js';
import { sampleOf } from './sample.js';
import { Trial } from './Trial.js';
import { formWords } from './words.js';

const WIDTHS = { desktop: 1280, phone: 360 } as const;
type Device = keyof typeof WIDTHS;
const DEVICES: Device[] = ['desktop', 'phone'];
/** Whoever may see a task and not do it. */
const READERS = 'readers';

interface Props {
  name: string;
  form: FormDefinition;
  onClose: () => void;
}

/** The form as people will meet it: by screen and by role, to be filled in for trial; nothing is stored. */
export function PreviewDialog({ name, form, onClose }: Props) {
  const t = useT(formWords);
  const lang = useLanguage();
  const uses = useFormUses(name);
  const producers = useProducers();
  const choices = useFirstChoices(form);
  const [device, setDevice] = useState<Device>('desktop');
  const [viewer, setViewer] = useState('0');
  /** Each time that it is filled or emptied is another beginning. */
  const [start, setStart] = useState<{ count: number; values: FormValues }>({ count: 0, values: {} });
  const use = uses.data?.[Number(viewer)];
  const begin = (values: FormValues) => setStart(({ count }) => ({ count: count + 1, values }));
  const sample = () => sampleOf(form, { today: toLocal(new Date().toISOString(), officeZone()).slice(0, 10), office: producers.data?.[0]?.id, choices: choices.data ?? {} });
  return (
    <Dialog wide title={t.previewTitle} onClose={onClose}>
      <p className="text-secondary">{t.previewLead}</p>
      <ProblemNote error={uses.error} />
      <div className="row g-2 align-items-end mb-3">
        <div className="col-12 col-md-5 preview-viewer">
          <SelectField label={t.seenBy} value={viewer} onChange={(event) => setViewer(event.target.value)}>
            {uses.data?.map((one, index) => <option key={index} value={index}>{t.viewer(one.roleTitle?.[lang] ?? one.role ?? t.anybody, one.task || t.atStart(one.procedure))}</option>)}
            {uses.data?.length ? null : <option value="0">{t.nobodyYet}</option>}
            <option value={READERS}>{t.readers}</option>
          </SelectField>
        </div>
        <div className="col-auto">
          <div className="btn-group" role="group" aria-label={t.screen}>
            {DEVICES.map((one) => <button key={one} type="button" className={`btn ${one === device ? 'active' : ''}`} aria-pressed={one === device} onClick={() => setDevice(one)}>{t[one]}</button>)}
          </div>
        </div>
        <div className="col-auto ms-md-auto d-flex gap-2">
          <button type="button" className="btn" onClick={() => begin(sample())}>{t.fillSample}</button>
          <button type="button" className="btn" onClick={() => begin({})}>{t.emptyAll}</button>
        </div>
      </div>
      <DeviceFrame title={t.previewOn(t[device])} width={WIDTHS[device]} lang={lang}>
        <Trial key={`${start.count} ${viewer}`} name={name} form={form} initial={start.values} readOnly={viewer === READERS} choosesOffices={use?.choosesOffices !== false} />
      </DeviceFrame>
    </Dialog>
  );
}
