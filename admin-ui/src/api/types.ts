import type { paths } from './generated/schema.js';

/** Names for what the API answers. The shapes come from the generated schema, so that a change of the API ends the build. */

type Method = 'get' | 'post' | 'put' | 'delete';
type Json<Operation> = Operation extends { responses: infer R } ? (R[keyof R & (200 | 201)] extends { content: { 'application/json': infer Body } } ? Body : never) : never;

/** What this path answers to this method. */
type Reply<Path extends keyof paths, M extends Method = 'get'> = Json<paths[Path][M]>;

export type Session = Reply<'/api/session'>;
export type CurrentUser = Session['user'];
export type Role = Session['roles'][number];
export type DemoAccount = Reply<'/api/session/demo-accounts'>[number];

export type Permission = Reply<'/api/permissions'>[number];
export type PluginScreens = Reply<'/api/screens'>[number];
export type StepProperties = Reply<'/api/step-properties'>;
export type ScreenPage = PluginScreens['pages'][number];
export type ScreenIcon = ScreenPage['icon'];

export type Office = Reply<'/api/offices'>[number];
export type Person = Reply<'/api/users'>[number];
export type Abilities = Reply<'/api/users/{id}/abilities'>;
export type NewAccount = Reply<'/api/users', 'post'>;
export type ImportedAccounts = Reply<'/api/users/import', 'post'>;
export type Holiday = Reply<'/api/holidays'>[number];
export type Substitute = Reply<'/api/substitutes'>[number];
export type OwnDelegations = Reply<'/api/delegations'>;
export type Delegation = OwnDelegations['given'][number];
export type DelegationChoices = Reply<'/api/delegations/choices'>;
export type ApiToken = Reply<'/api/tokens'>[number];
export type NewToken = Reply<'/api/tokens', 'post'>;
export type TokenScope = ApiToken['scopes'][number];
export type Settings = Reply<'/api/settings'>;
/** Null goes back to the default. */
export type SettingsChange = { [K in keyof Settings]?: Settings[K] | null };
export type Letterhead = NonNullable<Settings['letterhead']>;
export type Signer = NonNullable<Settings['signers']>[number];
export type MailPage = Reply<'/api/mail'>;
export type MailRow = MailPage['items'][number];
export type MailText = Reply<'/api/mail/{id}'>;
export type AuditPage = Reply<'/api/audit'>;

export type DraftRow = Reply<'/api/drafts'>[number];
export type Draft = Reply<'/api/drafts/{kind}/{key}'>;
export type Findings = Reply<'/api/drafts/check', 'post'>;
export type CheckFinding = Findings['findings'][number];
export type Repair = NonNullable<CheckFinding['repair']>;
export type CatalogueEntry = Reply<'/api/catalogue'>[number];
export type ElementTemplate = Reply<'/api/catalogue/element-templates'>[number];
export type Writable = Reply<'/api/catalogue/properties'>;
export type LetterFields = Reply<'/api/drafts/letters/{key}/fields'>;
export type LetterFieldGroup = LetterFields['groups'][number];
export type LetterField = LetterFieldGroup['fields'][number];
export type LetterCase = Reply<'/api/drafts/letters/{key}/cases'>[number];
export type LetterPicture = LetterPreview['pages'][number];
export type LetterPreview = Reply<'/api/drafts/letters/{key}/preview', 'post'>;
export type ImportedForm = Reply<'/api/drafts/forms/import', 'post'>;
export type ImportNote = ImportedForm['refused'][number];
export type FormPart = Reply<'/api/drafts/parts'>[number];
export type TableSource = Reply<'/api/drafts/forms/lists/tables'>[number];
export type CodeList = Reply<'/api/drafts/forms/lists/codes'>[number];
export type ChoicePage = Reply<'/api/drafts/forms/choices', 'post'>;
export type FormTrial = Reply<'/api/drafts/forms/{key}/trial', 'post'>;
export type FormUse = Reply<'/api/drafts/forms/{key}/uses'>[number];
export type FormVariable = Reply<'/api/drafts/variables'>[number];
export type Planned = Reply<'/api/drafts/planned'>;
export type Release = Reply<'/api/releases'>[number];
export type Comparison = Reply<'/api/releases/{which}/comparison'>;
export type Replay = Reply<'/api/drafts/replay', 'post'>;
export type FileComparison = Comparison['files'][number];
export type ChangeKind = FileComparison['change'];

export type Conformance = Reply<'/api/operate/conformance'>;
export type ConformingCases = Reply<'/api/operate/conformance/cases'>;
export type RehearsalState = Reply<'/api/rehearsals/current'>;
export type KeptTests = Reply<'/api/rehearsals/kept'>;
export type RehearsalBoard = Reply<'/api/rehearsals/{id}/board'>;
export type RunningVersion = Reply<'/api/procedures/running-cases'>[number];
export type RunningCasePage = Reply<'/api/releases/{id}/running-cases'>;
export type MigrationPreview = Reply<'/api/releases/{id}/migration-preview', 'post'>;
export type MigrationOrder = Reply<'/api/procedures/migrations/{id}'>;
export type OrderedCasePage = Reply<'/api/procedures/migrations/{id}/cases'>;

export type TaskPage = Reply<'/api/tasks'>;
export type TaskRow = TaskPage['items'][number];
export type TaskDetail = Omit<Reply<'/api/tasks/{id}'>, 'form'> & { form: FormDefinition | null };
export type Decision = TaskDetail['decisions'][number];
export type Completed = Reply<'/api/tasks/{id}/complete', 'post'>;
export type CompletedMany = Reply<'/api/tasks/complete-many', 'post'>;
export type SavedDraft = Reply<'/api/tasks/{id}/draft', 'put'>;
export type FileRef = Reply<'/api/files', 'post'>;

export type Procedure = Reply<'/api/procedures'>[number];
export interface PageForm {
  form: FormDefinition;
}
export type StartForm = Omit<Reply<'/api/procedures/{key}/start-form'>, 'form'> & { form: FormDefinition | null };
export type Started = Reply<'/api/procedures/{key}/start', 'post'>;

export type CasePage = Reply<'/api/cases'>;
export type CaseRow = CasePage['items'][number];
export type CaseDetail = Reply<'/api/cases/{id}'>;
export type CaseTask = CaseDetail['tasks'][number];
export type Diagram = Reply<'/api/cases/{id}/diagrams'>[number];
export type Token = Reply<'/api/cases/{id}/tokens'>[number];
export type TimelineEntry = Reply<'/api/cases/{id}/timeline'>[number];
export type RunningStep = Reply<'/api/cases/{id}/running'>[number];
export type LetterPage = Reply<'/api/cases/{id}/letters'>;
export type Letter = LetterPage['items'][number];
export type SubmissionPage = Reply<'/api/cases/{id}/submissions'>;
export type Incident = Reply<'/api/cases/{id}/incidents'>[number];

export type Notice = Reply<'/api/notices'>['items'][number];
export type MessagePage = Reply<'/api/messages'>;
export type GatewayMessage = MessagePage['items'][number];

export type Overview = Reply<'/api/operate/overview'>;
export type WatchedProcedure = Reply<'/api/operate/procedures'>[number];
export type StepMeasure = Overview['steps'][number];
export type IncidentGroups = Reply<'/api/incidents'>;
export type IncidentGroup = IncidentGroups['groups'][number];
export type StepInput = Reply<'/api/incidents/{id}/input'>[number];
export type Place = Reply<'/api/cases/{id}/moves'>[number];
export type MovePreview = Reply<'/api/cases/{id}/move-preview'>;
export type Moved = Reply<'/api/cases/{id}/moves', 'post'>;
export type FoundCasePage = Reply<'/api/operate/cases'>;

export type Dataset = Reply<'/api/satu-data/datasets/{id}'>;
export type CheckAnswer = Reply<'/api/satu-data/check', 'post'>;
export type Finding = CheckAnswer['findings'][number];
export type CodeOffers = Reply<'/api/satu-data/datasets/{id}/columns/{column}/codes'>;
export type MeantCodes = Reply<'/api/satu-data/datasets/{id}/columns/{column}/codes/meant', 'post'>;

/** Form.io's own definition language: each type of component has settings of its own, which no schema of ours lists. */
export interface FormComponent {
  type: string;
  key: string;
  label?: string;
  components?: FormComponent[];
  columns?: { components?: FormComponent[] }[];
  values?: { label: string; value: string }[];
  [setting: string]: unknown;
}

type GivenForm = NonNullable<Reply<'/api/tasks/{id}'>['form']>;

export interface FormDefinition extends Pick<GivenForm, 'key' | 'title'> {
  display?: string;
  components: FormComponent[];
  i18n?: Record<string, Record<string, string>>;
}

export type FormValues = Record<string, unknown>;
