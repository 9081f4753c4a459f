import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileRef } from '../../../../api/index.js';
import { chosenFiles } from '../../../chosen-files.js';
import { useFormat, useT } from '../../../i18n/index.js';
import { FilePick, ProblemNote } from '../../../ui/index.js';
import type { ViewProps } from '../../ReactField.js';
import { words } from '../../words.js';
import { columnsOf, useCheck, useDataset, type TableColumn, type TableRow, type TableValue } from './check.js';
import { BackgroundCheck } from './BackgroundCheck.js';
import { Findings } from './Findings.js';
import { Grid } from './Grid.js';
import { numbered } from './numbered.js';
import { API } from '../../../place.js';

const TYPES = '.xlsx,.csv';

function datasetOf({ component, value, row, data }: ViewProps<TableValue>): string | undefined {
  const key = String(component['datasetKey'] ?? 'datasetId');
  const found = value?.datasetId ?? row[key] ?? data[key];
  return typeof found === 'string' && found ? found : undefined;
}

export function TabelDataView(props: ViewProps<TableValue>) {
  const { id, component, onChange, disabled, required, say } = props;
  const t = useT(words);
  const format = useFormat();
  const value = props.value ?? {};
  const datasetId = datasetOf(props);
  const dataset = useDataset(datasetId);
  const check = useCheck(value, datasetId);
  const [busy, setBusy] = useState<string>();
  /** What was given last; of one from an earlier visit only the address is known. */
  const [taken, setTaken] = useState<FileRef>();
  const [failure, setFailure] = useState<unknown>();
  if (!datasetId) return <p className="text-secondary mb-0">{t.noDataset}</p>;

  const rows = value.rows ?? check.data?.rows ?? [];
  const columns: TableColumn[] = columnsOf(dataset.data) ?? Object.keys(rows[0] ?? {}).map((key) => ({ key, label: key }));
  const { rowNumbers, findings } = numbered(Boolean(value.rows), check.data);
  const filled = Boolean(value.fileId || value.rows?.length);
  const label = say(component.label ?? '');
  const background = value.fileId ? (check.data?.background ?? null) : null;
  const settled = !background || background.state === 'done' || background.state === 'refused';
  // To change the rows that are shown would leave out all the others; and a table that is checked in the background is its file.
  const partly = Boolean(value.fileId && check.data && (background || check.data.rowCount > rows.length));

  const take = async (file: File) => {
    setBusy(file.name);
    setFailure(undefined);
    await props.upload(file).then((ref) => {
      setTaken(ref);
      onChange({ datasetId, fileId: ref.id });
    }, setFailure);
    setBusy(undefined);
  };
  const edit = (next: TableRow[]) => onChange({ datasetId, rows: next });

  // Below what is being typed: above it, each answer would push the cell away from under the hands.
  const typed = !disabled && Boolean(value.rows?.length);
  const answer = (
    <>
      <div role="status">{busy ? t.uploading(busy) : check.waits ? t.checkWaits : check.isFetching && !check.data?.background ? t.checking : null}</div>
      <ProblemNote error={failure ?? check.error} onRetry={() => void check.refetch()} />
      {value.fileId ? (
        <p className="mb-2 d-flex flex-wrap gap-2 align-items-center">
          <a href={`${API}/files/${value.fileId}`}>{t.uploaded}</a>
          {disabled ? null : <button type="button" className="btn btn-sm" onClick={() => onChange({ datasetId })}>{t.takeFileOut}</button>}
        </p>
      ) : null}
      {filled && background ? <BackgroundCheck background={background} {...(disabled ? {} : { onStop: check.stop, onAgain: check.again })} /> : null}
      {filled && check.data && settled && !check.isOld ? <Findings findings={findings} columns={columns} /> : null}
    </>
  );

  return (
    <div className="tertib-table-field">
      {disabled ? null : (
        <div className="row g-2 align-items-end mb-2">
          <div className="col-12 col-md-auto">
            <a className="btn w-100" href={`${API}/satu-data/datasets/${datasetId}/template.xlsx`} download><IconDownload size={18} className="me-2" aria-hidden />{t.template}</a>
          </div>
          <div className="col">
            <label className="form-label small mb-1" htmlFor={id}>{t.uploadTable}</label>
            <div className="d-flex flex-wrap gap-2 align-items-center">
              <FilePick id={id} choose={t.choose} accept={TYPES} aria-required={required} disabled={busy !== undefined} onChange={(event) => {
                const [file] = chosenFiles(event);
                if (file) void take(file);
              }} />
              <span className="text-secondary text-break min-w-0">{busy ?? (!value.fileId ? t.none : taken?.id === value.fileId ? taken.name : null)}</span>
            </div>
          </div>
          {filled || !columns.length ? null : (
            <div className="col-12 col-md-auto"><button type="button" className="btn w-100" onClick={() => edit([{}])}>{t.inPlace}</button></div>
          )}
        </div>
      )}
      {typed ? null : answer}
      {filled && rows.length && columns.length ? (
        <Grid datasetId={datasetId} columns={columns} rows={rows} rowNumbers={rowNumbers} findings={check.isOld ? [] : findings} titles={check.data?.titles ?? {}} label={label} typed={Boolean(value.rows)} mark={background ? undefined : dataset.data?.decimalMark} {...(disabled || partly ? {} : { onChange: edit })} />
      ) : null}
      {typed ? answer : null}
      {filled && partly && rows.length && check.data ? <p className="text-secondary small mb-0">{t.partlyFixed(format.number(rows.length), format.number(check.data.rowCount))}</p> : null}
      {!filled && disabled ? <p className="text-secondary mb-0">{t.noRows}</p> : null}
    </div>
  );
}
