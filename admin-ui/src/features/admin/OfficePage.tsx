import { useState, type FormEvent } from 'react';
import type { Settings, SettingsChange } from '../../api/index.js';
import { useT } from '../../shared/i18n/index.js';
import { Async, LeaveGuard, ProblemNote, say, SelectField, TextField } from '../../shared/ui/index.js';
import { common } from '../../shared/words.js';
import { useSettings, useWrite } from './calls.js';
import { LetterheadFields } from './LetterheadFields.js';
import { ReminderDaysField } from './ReminderDaysField.js';
import { Section } from './Section.js';
import { SignerFields } from './SignerFields.js';
import { YearlyReminderFields } from './YearlyReminderFields.js';
import { officeWords } from './officeWords.js';
import { words } from './words.js';

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const ASSIGNMENTS = ['surat-tugas', 'nota-dinas', 'lembar-disposisi'] as const;
const LANGUAGES = ['id', 'en'] as const;
const SCOPES = ['all', 'priority'] as const;

function SettingsForm({ saved }: { saved: Settings }) {
  const t = useT(words);
  const own = useT(officeWords);
  const c = useT(common);
  const write = useWrite('settings', 'session');
  // Only what was touched is sent, so that two administrators in different fields do not undo each other's work.
  const [changes, setChanges] = useState<SettingsChange>({});
  const draft = { ...saved, ...changes };
  const set = (change: SettingsChange) => setChanges({ ...changes, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ path: '/settings', method: 'PUT', body: changes }, {
      onSuccess: () => {
        setChanges({});
        say(own.savedSettings);
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Section title={t.office}>
        <div className="card-body">
          <TextField label={own.officeName} required value={draft['office.name'] ?? ''} onChange={(e) => set({ 'office.name': e.target.value })} />
          <SelectField label={own.timezone} value={draft.timezone ?? ZONES[0]} onChange={(e) => set({ timezone: e.target.value })}>
            {ZONES.map((zone) => <option key={zone}>{zone}</option>)}
          </SelectField>
          <SelectField label={own.officeLanguage} hint={own.officeLanguageHint} value={draft['office.language'] ?? 'id'} onChange={(e) => set({ 'office.language': e.target.value as Settings['office.language'] })}>
            {LANGUAGES.map((language) => <option key={language} value={language}>{own[`language-${language}`]}</option>)}
          </SelectField>
        </div>
      </Section>
      <Section title={own.letterhead}><div className="card-body"><LetterheadFields value={draft.letterhead ?? undefined} onChange={(letterhead) => set({ letterhead })} /></div></Section>
      <Section title={own.signers}><div className="card-body"><SignerFields value={draft.signers ?? []} onChange={(signers) => set({ signers })} /></div></Section>
      <Section title={own.letters}>
        <div className="card-body">
          <TextField label={own.numberFormat} hint={own.numberHint} pattern=".*\{n(:[0-9])?\}.*" value={draft['letters.numberFormat'] ?? ''} onChange={(e) => set({ 'letters.numberFormat': e.target.value || null })} />
          <SelectField label={own.assignmentType} value={draft['letters.assignmentType'] ?? 'surat-tugas'} onChange={(e) => set({ 'letters.assignmentType': e.target.value as Settings['letters.assignmentType'] })}>
            {ASSIGNMENTS.map((type) => <option key={type} value={type}>{own[type]}</option>)}
          </SelectField>
          <label className="form-check"><input type="checkbox" className="form-check-input" checked={draft['letters.requireSigned'] === true} onChange={(e) => set({ 'letters.requireSigned': e.target.checked })} /><span className="form-check-label">{own.requireSigned}</span></label>
        </div>
      </Section>
      <Section title={own.collection}>
        <div className="card-body row">
          <div className="col-12 col-md-6"><TextField label={own.correctionDays} type="number" min={1} max={60} value={draft['collection.correctionDays'] ?? ''} onChange={(e) => set({ 'collection.correctionDays': e.target.value ? Number(e.target.value) : null })} /></div>
          <div className="col-12 col-md-6"><ReminderDaysField value={draft['collection.reminderDays'] ?? undefined} onChange={(days) => set({ 'collection.reminderDays': days })} /></div>
          <div className="col-12"><SelectField label={own.reviewScope} hint={own.reviewScopeHint} value={draft['review.scope'] ?? 'all'} onChange={(e) => set({ 'review.scope': e.target.value as Settings['review.scope'] })}>
            {SCOPES.map((scope) => <option key={scope} value={scope}>{own[`review-${scope}`]}</option>)}
          </SelectField></div>
          <div className="col-12 col-md-6"><TextField label={own.escalationDays} hint={own.escalationDaysHint} type="number" min={0} max={60} value={draft['collection.escalationDays'] ?? ''} onChange={(e) => set({ 'collection.escalationDays': e.target.value ? Number(e.target.value) : null })} /></div>
          <div className="col-12 col-md-6"><TextField label={own.digestHour} hint={own.digestHourHint} type="number" min={0} max={23} value={draft['notifications.digestHour'] ?? ''} onChange={(e) => set({ 'notifications.digestHour': e.target.value ? Number(e.target.value) : null })} /></div>
          <YearlyReminderFields value={draft['collection.yearlyReminder'] ?? ''} onChange={(day) => set({ 'collection.yearlyReminder': day })} />
        </div>
      </Section>
      <Section title={own.procedures}>
        <div className="card-body"><label className="form-check mb-0"><input type="checkbox" className="form-check-input" checked={draft['procedures.fourEyes'] === true} onChange={(e) => set({ 'procedures.fourEyes': e.target.checked })} /><span className="form-check-label">{own.fourEyes}</span></label></div>
      </Section>
      <ProblemNote error={write.error} />
      <LeaveGuard when={Object.keys(changes).length > 0} />
      <div className="text-end"><button type="submit" className="btn btn-primary" disabled={write.isPending}>{c.save}</button></div>
    </form>
  );
}

export function OfficePage() {
  return <Async query={useSettings()}>{(saved) => <SettingsForm saved={saved} />}</Async>;
}
