/** The shapes of the HTTP contract, by hand until the client is generated from /api/openapi.json. */

export interface CurrentUser {
  id: string;
  username: string;
  name: string;
  title: string | null;
  roles: string[];
  officeId: string | null;
  officeKind: 'walidata' | 'produsen' | 'bps' | null;
  language: 'id' | 'en';
  mustChange: boolean;
}

export interface Role {
  key: string;
  name: { id: string; en: string };
}

export interface Session {
  user: CurrentUser;
  /** Names of all actors, as the office calls them. */
  roles: Role[];
  officeName: string;
  /** The office's time zone, where it is not the western one. */
  timezone?: string;
  warning: 'plain-http' | null;
}

export interface DemoAccount {
  username: string;
  password: string;
  name: string;
  role: string;
  office: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface TaskRow {
  id: string;
  name: string;
  step: string | number | null;
  caseId: string;
  caseTitle: string;
  procedureKey: string;
  elementId: string;
  formKey: string | null;
  role: string | null;
  officeId: string | null;
  officeName: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  dueAt: string | null;
  createdAt: string;
  overdue: boolean;
  state: string;
}

export interface FormComponent {
  type: string;
  key: string;
  label?: string;
  components?: FormComponent[];
  columns?: { components?: FormComponent[] }[];
  values?: { label: string; value: string }[];
  [setting: string]: unknown;
}

export interface FormDefinition {
  key: string;
  title: { id: string; en: string } | string;
  display?: string;
  components: FormComponent[];
  i18n?: Record<string, Record<string, string>>;
}

export type FormValues = Record<string, unknown>;

export interface Decision {
  step: string | number | null;
  taskName: string;
  who: string;
  at: string;
  summary: { label: string; value: string }[];
}

export interface FileRef {
  id: string;
  name: string;
  size: number;
  type: string;
  sha256?: string;
}

export interface TaskDetail extends TaskRow {
  form: FormDefinition | null;
  data: FormValues;
  draftSavedAt: string | null;
  draftVersion: number;
  decisions: Decision[];
  attachments: FileRef[];
  canComplete: boolean;
  diagramKey: string;
}

export interface Procedure {
  key: string;
  title: string;
  formKey: string | null;
}

export interface CaseRow {
  id: string;
  title: string;
  state: 'starting' | 'running' | 'ended' | 'cancelled';
  releaseVersion: number | null;
  startedAt: string;
  startedByName: string | null;
  endedAt: string | null;
  cancelReason: string | null;
  openTasks: number;
  incidents: number;
}

export interface CaseTask {
  id: string;
  name: string;
  step: string | null;
  state: 'open' | 'completing' | 'completed' | 'cancelled';
  assigneeName: string | null;
  dueAt: string | null;
}

export interface CaseInstance {
  id: string;
  processKey: string;
  name: string;
  state: string;
  office?: string | null;
  label?: string | null;
}

export interface CaseDetail extends CaseRow {
  instances: CaseInstance[];
  tasks: CaseTask[];
  canCancel: boolean;
}

export interface Diagram {
  processKey: string;
  name: string;
  xml: string;
}

export interface Token {
  processKey: string;
  elementId: string;
  count: number;
  state: 'active' | 'incident' | 'done';
}

export interface TimelineEntry {
  id: string;
  at: string;
  name: string;
  text: string | null;
  step: string | null;
  who: string | null;
  instanceLabel: string | null;
}

export interface Letter {
  id: string;
  number?: string | null;
  subject?: string;
  about?: string | null;
  sentAt?: string | null;
  signedFile?: FileRef | null;
}

export interface SubmissionRow {
  id: string;
  formKey: string;
  taskName?: string;
  title?: string;
  who?: string;
  officeName?: string | null;
  at: string;
  hash?: string;
  summary?: { label: string; value: string }[];
}

export interface Incident {
  id: string;
  message: string;
  elementId?: string;
  elementName?: string;
  topic?: string;
  at: string;
}

export interface Office {
  id: string;
  code: string;
  name: string;
  kind: 'walidata' | 'produsen' | 'bps';
  email: string | null;
  active: boolean;
}

export interface Finding {
  rule: string;
  severity: 'INFO' | 'WARNING' | 'ERROR';
  message: string | { id: string; en: string };
  /** The row's number in its source: a sheet counts its heading. */
  row?: number | null;
  /** Name of the variable. */
  column?: string | null;
  cell?: string | null;
}
