import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { AreaField, Async, request, TextField, useLanguage, useT } from 'tertib/screens';
import type { RowDetail } from '../../data-list/data-list.schemas.js';
import { NumberField } from '../NumberField.js';
import { listWords } from './list-words.js';
import { BuiltInRules } from './BuiltInRules.js';
import { ChoiceField } from './ChoiceField.js';
import { OtherColumnPicker } from './OtherColumnPicker.js';
import { OwnRules } from './OwnRules.js';
import { rowQuery } from './queues.js';
import { notesOnLine, writtenOf, type RefusedPart } from './refused.js';
import { RuleTrials } from './RuleTrials.js';
import type { RowProps } from './RowDialog.js';
import { partsOf, SaveRow } from './SaveRow.js';
import { tableChanges, type Table } from './table-changes.js';
import { TableColumns, type Line } from './TableColumns.js';
import { useSaving } from './useSaving.js';
import { useSettings } from './useSettings.js';

const text = (table: Table, key: string): string => (typeof table[key] === 'string' ? (table[key] as string) : '');
const lines = (table: Table, key: string): Line[] => (Array.isArray(table[key]) ? (table[key] as Line[]) : []);
const BLANK_INDICATOR: Line = { indikator: '', judulIndikator: '', satuanIndikator: '', rumus: '', pembilang: '', penyebut: '', faktor: '1', desimal: 2 };
const INDICATOR_TEXTS = ['indikator', 'judulIndikator', 'satuanIndikator', 'rumus', 'pembilang', 'penyebut'] as const;

function Editor({ props, given, version }: { props: RowProps; given: Table; version: number }) {
  const t = useT(listWords);
  const language = useLanguage();
  const { label } = useSettings();
  const { list, row, rows, refusal, again, unreached, onSave, onTyped, onSaved } = props;
  const [table, setTable] = useState<Table>(() => ({ ...given, ...Object.fromEntries(Object.entries(writtenOf(again, row.id)).filter(([key]) => !list.fields.some((field) => field.key === key))) }));
  /** What is written from, and the version of the row that says so. */
  const [base, setBase] = useState({ table: given, version });
  const [from, setFrom] = useState('');
  const [copies, setCopies] = useState(0);
  const mayWrite = list.stages.includes('listing');
  const tryAt = `/satu-data/data-list/${list.caseId}/rows/${row.id}/try-rules`;
  const saved = () => {
    setBase({ table, version });
    onSaved();
  };
  const { save, saving, refused, isOvertaken } = useSaving({ onSave, refusal, again, onSaved: saved });
  const changes = tableChanges(base.table, table);
  const standing = Object.keys(changes.now).length === 0 ? null : saving ? 'sending' : 'typed';
  useEffect(() => onTyped(standing), [standing, onTyped]);
  // What somebody else has written is taken over where nothing is typed; and beneath what is, once its writer has been told of it.
  const isNewer = version > base.version && (standing === null || isOvertaken);
  useEffect(() => {
    if (!isNewer) return;
    setBase({ table: given, version });
    setTable({ ...given, ...changes.now });
    if (!('variabel' in changes.now)) setCopies((number) => number + 1);
  }, [isNewer]);
  const parts = partsOf(refused, row.id);
  // What was not changed was not sent, and may be refused all the same.
  const sent = { ...base.table, ...writtenOf(refused, row.id) };
  const noteOn = (field: string, line: Line) => notesOnLine(parts, sent, field, line);
  const placeOf = ({ field, line }: RefusedPart): string => {
    if (line === null) return t.table;
    const one = lines(sent, field)[line] ?? {};
    if (field === 'variabel') return t.group(line + 1, text(one, 'judulKolom') || text(one, 'kolom'));
    return field === 'indikatorTurunan' ? t.indicatorAt(line + 1, text(one, 'indikator')) : t.ruleAt(line + 1);
  };
  const put = (key: string, value: unknown) => setTable((now) => ({ ...now, [key]: value }));
  const copy = async () => {
    const other = rows[Number(from) - 1];
    if (!other) return;
    const { table: theirs } = await request<RowDetail>(`/satu-data/data-list/${list.caseId}/rows/${other.id}`);
    setTable(theirs);
    setCopies((number) => number + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (standing === null) return saved();
    void save({ changes: [{ id: row.id, version: base.version, values: changes.now }] }, { changes: [{ id: row.id, values: changes.before }] });
  };
  const indicators = lines(table, 'indikatorTurunan');
  const indicator = (index: number, key: string, value: unknown) => put('indikatorTurunan', indicators.map((one, at) => (at === index ? { ...one, [key]: value } : one)));
  const problems = row.problems.filter(({ path }) => !list.fields.some(({ key }) => key === path.split('.')[0]));
  return (
    <form onSubmit={submit}>
      {problems.length ? <div className="alert alert-warning text-body"><ul className="mb-0">{problems.map(({ path, message }) => <li key={path}>{message[language]}</li>)}</ul></div> : null}
      <fieldset disabled={saving || !mayWrite}>
        {mayWrite ? <div className="d-flex gap-2 align-items-end"><TextField label={t.copyFrom} type="number" min={1} max={rows.length} value={from} onChange={(event) => setFrom(event.target.value)} /><button type="button" className="btn mb-3" onClick={() => void copy()}>{t.copy}</button></div> : null}
        <ChoiceField setting="tandaDesimal" value={text(table, 'tandaDesimal')} onChange={(mark) => put('tandaDesimal', mark)} />
        <TableColumns key={copies} columns={lines(table, 'variabel')} notesOn={(line) => noteOn('variabel', line)} onChange={(columns) => put('variabel', columns)} />
        <AreaField label={label('aturanJumlah')} hint={t.sumsHint} rows={2} value={text(table, 'aturanJumlah')} onChange={(event) => put('aturanJumlah', event.target.value)} />
        <OwnRules rules={lines(table, 'aturanSendiri')} onChange={(rules) => put('aturanSendiri', rules)} />
      </fieldset>
      <RuleTrials part="own" path={tryAt} table={table} />
      <fieldset disabled={saving || !mayWrite}>
        <BuiltInRules rules={lines(table, 'aturanBawaan')} onChange={(rules) => put('aturanBawaan', rules)} />
      </fieldset>
      <RuleTrials part="builtIn" path={tryAt} table={table} />
      <fieldset disabled={saving || !mayWrite}>
        <div className="row">
          <div className="col-md-6"><TextField label={label('kolomWilayah')} value={text(table, 'kolomWilayah')} onChange={(event) => put('kolomWilayah', event.target.value)} /></div>
          <div className="col-md-6"><TextField label={label('kolomPeriode')} value={text(table, 'kolomPeriode')} onChange={(event) => put('kolomPeriode', event.target.value)} /></div>
        </div>
        <AreaField label={label('wilayahDiharapkan')} hint={t.regionsHint} rows={3} value={text(table, 'wilayahDiharapkan')} onChange={(event) => put('wilayahDiharapkan', event.target.value)} />
        <h3 className="h4">{label('indikatorTurunan')}</h3>
        {indicators.map((one, index) => (
          <div key={index} className="row border-top pt-2">
            {INDICATOR_TEXTS.map((key) => (
              <div key={key} className="col-md-4"><TextField label={label(key)} value={text(one, key)} error={noteOn('indikatorTurunan', one)[key]} readOnly={text(one, 'kodeMetadata') !== ''} onChange={(event) => indicator(index, key, event.target.value)} /></div>
            ))}
            <div className="col-md-4"><NumberField label={label('faktor')} value={text(one, 'faktor')} error={noteOn('indikatorTurunan', one)['faktor']} readOnly={text(one, 'kodeMetadata') !== ''} onChange={(faktor) => indicator(index, 'faktor', faktor)} /></div>
            <div className="col-md-4"><TextField label={label('desimal')} type="number" min={0} max={8} readOnly={text(one, 'kodeMetadata') !== ''} value={String(one['desimal'] ?? '')} onChange={(event) => indicator(index, 'desimal', event.target.value === '' ? null : Number(event.target.value))} /></div>
            {text(one, 'kodeMetadata') || !mayWrite ? null : <div className="col-12"><OtherColumnPicker caseId={list.caseId} rowId={row.id} rows={rows} onPick={(written) => indicator(index, 'rumus', [text(one, 'rumus').trim(), written].filter(Boolean).join(' '))} /></div>}
            {text(one, 'kodeMetadata') ? <p className="col-12 text-secondary">{t.fromMetadata(text(one, 'kodeMetadata'))}</p> : null}
            <div className="col-12 mb-2"><button type="button" className="btn btn-sm" onClick={() => put('indikatorTurunan', indicators.filter((_, at) => at !== index))}>{t.removeIndicator(text(one, 'indikator'))}</button></div>
          </div>
        ))}
        <p><button type="button" className="btn" onClick={() => put('indikatorTurunan', [...indicators, BLANK_INDICATOR])}>{t.addIndicator}</button></p>
      </fieldset>
      {mayWrite ? <SaveRow refused={refused} parts={parts} placeOf={placeOf} saving={saving} unreached={unreached} /> : null}
    </form>
  );
}

/** How the table of this data set looks, and what it is checked for. */
export function RowTable(props: RowProps) {
  const { list, row } = props;
  // A new version is read behind what is being typed.
  const query = useQuery({ ...rowQuery(list.caseId, row), placeholderData: (before: RowDetail | undefined) => before });
  return <Async query={query}>{({ table, version }) => <Editor props={props} given={table} version={version} />}</Async>;
}
