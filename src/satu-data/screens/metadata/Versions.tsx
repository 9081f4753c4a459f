import { useState } from 'react';
import { Async, Dialog, Form, useFormat, useT } from 'tertib/screens';
import type { MetadataView } from '../../metadata/metadata.schemas.js';
import { useVersion } from './calls.js';
import { metadataWords } from './words.js';

/** Who saved what when; each version can be looked at. */
export function Versions({ record }: { record: MetadataView }) {
  const t = useT(metadataWords);
  const format = useFormat();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <section className="card mb-3">
      <div className="card-header"><h2 className="card-title">{t.versions}</h2></div>
      <div className="list-group list-group-flush">
        {record.versions.map(({ version, by, at }) => (
          <div key={version} className="list-group-item d-flex gap-2 justify-content-between align-items-center">
            <span className="text-break">{t.savedBy(format.number(version), by, format.dateTime(at))}</span>
            <button type="button" className="btn btn-sm" aria-label={`${t.open}: ${t.versionTitle(format.number(version))}`} onClick={() => setOpen(version)}>{t.open}</button>
          </div>
        ))}
      </div>
      {open === null ? null : <VersionDialog record={record} version={open} onClose={() => setOpen(null)} />}
    </section>
  );
}

function VersionDialog({ record, version, onClose }: { record: MetadataView; version: number; onClose: () => void }) {
  const t = useT(metadataWords);
  const format = useFormat();
  const query = useVersion(record.id, version);
  return (
    <Dialog title={t.versionTitle(format.number(version))} wide onClose={onClose} footer={<button type="button" className="btn" onClick={onClose}>{t.close}</button>}>
      <Async query={query}>{({ values }) => <Form form={record.form} data={values} readOnly />}</Async>
    </Dialog>
  );
}
