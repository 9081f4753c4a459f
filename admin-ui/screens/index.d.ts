/**
 * What the admin gives the pages of plugins, version 1. Import it from `tertib/screens`. Mark this module as external when you bundle your pages, and with it
 * `react`, `react/jsx-runtime`, `react-dom` and `@tanstack/react-query`: the admin has them, of React 19 and React Query 5, and a
 * second copy would not work. What is not named here may change at any time.
 *
 * @module screens
 */
import type { AnchorHTMLAttributes, ComponentType, InputHTMLAttributes, JSX, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

/** A sentence in both languages of the screen; Indonesian first. @experimental */
export interface Text {
  /** Plain Indonesian. */
  readonly id: string;
  /** Plain English. */
  readonly en: string;
}
/** A language of the screen. @experimental */
export type Language = keyof Text;

// ---- The module's default export

/** What the module of a plugin's pages exports as its default. @experimental */
export interface Screens {
  /** The version of this interface that the pages were written for. */
  readonly apiVersion: 1;
  /** By the paths that the plugin's definition names. A page gets no props: see {@link useParams}. */
  readonly pages: Readonly<Record<string, ComponentType>>;
}

/**
 * Types what the module of a plugin's pages exports as its default.
 *
 * @experimental
 * @example
 * export default defineScreens({ apiVersion: 1, pages: { register: RegisterPage, 'register/:id': EntryPage } });
 */
export declare function defineScreens(screens: Screens): Screens;

// ---- The server

/** One field or component that the server did not accept. @experimental */
export interface FieldError {
  /** Where in what was sent. */
  readonly path: string;
  /** What is wrong, in the person's language. */
  readonly message: string;
}

/** An answer of the server that is not a success (problem+json); `message` is a sentence in the person's language. @experimental */
export declare class Problem extends Error {
  constructor(status: number, code: string, message: string);
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** As the route gave it: `new Problem('deadline-passed', …)`. */
  readonly code: string;
  /** Fields or components that were not accepted; none where it was refused as a whole. */
  readonly errors: readonly FieldError[];
}

/** What {@link request} sends. @experimental */
export interface RequestOptions {
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is where it is a `FormData`. */
  readonly body?: unknown;
  /** What is empty, null or undefined is left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Abandons the request. */
  readonly signal?: AbortSignal;
}

/**
 * Asks the server: with the session, the header against forged requests and the language. `path` is what follows `/api`.
 * In `useQuery`, a key that begins with `live` is asked again whenever a task or a case has changed.
 *
 * @experimental
 * @throws {@link Problem}
 * @example
 * const entries = useQuery({ queryKey: ['live', 'register'], queryFn: () => request<Entry[]>('/permits/register') });
 */
export declare function request<T>(path: string, options?: RequestOptions): Promise<T>;

/**
 * Where a link finds a file that the server makes: in a rehearsal of a procedure that is another place than in the office's own work.
 *
 * @param path - as for {@link request}, such as `/permits/register.xlsx`.
 * @example
 * <a className="btn" href={fileAddress('/permits/register.xlsx')} download>Register</a>
 * @experimental
 */
export declare function fileAddress(path: string): string;

// ---- Who is there

/** The person signed in. @experimental */
export interface User {
  /** Their id. */
  readonly id: string;
  /** What they sign in with. */
  readonly username: string;
  /** As it is written under letters. */
  readonly name: string;
  /** Keys of their roles. */
  readonly roles: readonly string[];
  /** Their office; null: none. */
  readonly officeId: string | null;
  /** Whether his roles have this permission of a plugin. For what is shown only: what may be done, the routes decide. */
  can(permission: string): boolean;
}
/** The person signed in; renders the page anew when that changes. @experimental */
export declare function useUser(): User;

// ---- Language

/** The language that the person has chosen. @experimental */
export declare function useLanguage(): Language;

/** The same keys again, each a sentence or a sentence with the same gaps. @experimental */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };
/** A dictionary in both languages. @experimental */
export type Words<T> = Record<Language, T>;

/**
 * A dictionary; the compiler refuses an English half with a key too few or too many.
 *
 * @experimental
 * @example
 * const words = defineWords({ title: 'Daftar', count: (n: number) => `${n} izin` }, { title: 'Register', count: (n: number) => `${n} permits` });
 */
export declare function defineWords<T extends Record<string, string | ((...values: never[]) => string)>>(id: T, en: NoInfer<Same<T>>): Words<Same<T>>;

/** `const t = useT(words)`, then `t.title` or `t.count(3)`. @experimental */
export declare function useT<T>(words: Words<T>): T;

/** Dates, numbers and sizes as an office writes them, times in its zone; an absent date is a dash. @experimental */
export interface Format {
  /** Of an ISO 8601 moment. */
  dateTime(value: string | null | undefined): string;
  /** The day of an ISO 8601 moment or date. */
  day(value: string | null | undefined): string;
  /** With the language's separators. */
  number(value: number): string;
  /** Of a fraction: 0.5 is 50%. */
  percent(fraction: number): string;
  /** Of bytes. */
  size(bytes: number): string;
  /** What a `datetime-local` field holds, as a moment with the office's offset. */
  moment(local: string): string;
}
/** How to write dates, numbers and sizes for this person. @experimental */
export declare function useFormat(): Format;

// ---- The clipboard

/** Of several mutations in one place, why the one that was sent last failed; null where it did not. @experimental */
export declare function newestError(...tried: readonly { readonly error: unknown; readonly submittedAt: number }[]): unknown;
/** Rows of cells as Excel, LibreOffice and Google Sheets put them on the clipboard. @experimental */
export declare function parseTsv(text: string): string[][];
/** And as they read them from it. @experimental */
export declare function writeTsv(rows: readonly (readonly string[])[]): string;

// ---- Getting about. Addresses are those below /admin: `/cases/…`, `/permits/register`.

/** A link to another address of the admin, without loading it anew. @experimental */
export declare function Link(props: { readonly to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>): ReactNode;
/** Goes to another address when it is rendered. @experimental */
export declare function Navigate(props: { readonly to: string; readonly replace?: boolean }): ReactNode;
/** Goes to another address, from code. @experimental */
export declare function useNavigate(): (to: string, options?: { readonly replace?: boolean }) => void;
/** The parameters of the page's path: `{ id }` of `register/:id`. @experimental */
export declare function useParams(): Readonly<Record<string, string>>;

// ---- Parts of a page. Class names are those of Tabler (Bootstrap 5): `card`, `table`, `btn btn-primary`, `badge`.

/** A whole screen: one heading, at most one primary action beside it, the content below. Every page is one. @experimental */
export declare function Page(props: { readonly title: string; readonly before?: ReactNode; readonly actions?: ReactNode; readonly children: ReactNode }): JSX.Element;
/** Loading, error or the thing itself. `query` is what `useQuery` answers. @experimental */
export declare function Async<T>(props: {
  readonly query: { readonly data: T | undefined; readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: T) => ReactNode;
}): JSX.Element;
/** Nothing is there, and what to do about it. @experimental */
export declare function Empty(props: { readonly title: string; readonly children?: ReactNode }): JSX.Element;
/** What went wrong, in the server's own sentence; nothing where `error` is null. @experimental */
export declare function ProblemNote(props: { readonly error: unknown; readonly onRetry?: () => void }): JSX.Element | null;
/** Keeps the focus inside, closes on Escape. Show it by rendering it. @experimental */
export declare function Dialog(props: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode; readonly footer?: ReactNode; readonly wide?: boolean }): JSX.Element;

/** What every field has. @experimental */
export interface Labelled {
  /** Above the field. */
  readonly label: string;
  /** Below it. Default: none. */
  readonly hint?: string;
  /** What is wrong with what it holds. Default: nothing. */
  readonly error?: string;
}
/** A field of one line, with its label, hint and error. @experimental */
export declare function TextField(props: Labelled & InputHTMLAttributes<HTMLInputElement>): JSX.Element;
/** A field of several lines, with its label, hint and error. @experimental */
export declare function AreaField(props: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>): JSX.Element;
/** A file of the person's computer, with its label, hint, error and its name once it is chosen; the same one can be chosen again. @experimental */
export declare function FileField(props: Labelled & { readonly accept: string; readonly required?: boolean; readonly disabled?: boolean; readonly onFile: (file: File) => void }): JSX.Element;
/** A choice, with its label, hint and error; its children are `option` elements. @experimental */
export declare function SelectField(props: Labelled & SelectHTMLAttributes<HTMLSelectElement>): JSX.Element;

/** A {@link Form} on the screen, as the page around it may use it. @experimental */
export interface FormControl {
  /** What is typed now, as a copy. */
  values(): Record<string, unknown>;
  /** Writes these values; the other fields stay as they are. */
  fill(values: Readonly<Record<string, unknown>>): void;
  /** Puts the cursor into a field, on whatever page of the form it stands. */
  focus(field: string): void;
}

/** What {@link Form} takes. @experimental */
export interface FormProps {
  /** Key of a form that the page names in its `fills`. */
  readonly form: string;
  /** What the form starts with; later changes do not overwrite what is typed. Give the form another React `key` to begin anew. */
  readonly data: Readonly<Record<string, unknown>>;
  /** On the button that sends. */
  readonly submit?: string;
  /** Called with what was filled in, once nothing is wrong with it. The server checks it again: see `PageForms`. */
  readonly onSubmit?: (values: Record<string, unknown>) => void;
  /** Told of each change that a person makes. */
  readonly onChange?: (values: Record<string, unknown>) => void;
  /** Told once the form is drawn. */
  readonly onReady?: (form: FormControl) => void;
  /** While it is being sent. Default: false. */
  readonly busy?: boolean;
  /** What the server answered: each {@link FieldError} is shown at its field and listed above the form. Default: nothing. */
  readonly error?: unknown;
  /** Shows what is filled in, without a button. Default: false. */
  readonly readOnly?: boolean;
  /** Further buttons beside the one that sends. */
  readonly children?: ReactNode;
}

/**
 * A Form.io form from the plugin's `forms/`, as it was published last, with the field types and texts of the admin. It stands in a `card`. The renderer is
 * fetched with the first form.
 *
 * @experimental
 * @example
 * <div className="card"><Form form="register-entry" data={entry} submit={t.save} busy={save.isPending} error={save.error} onSubmit={save.mutate} /></div>
 */
export declare function Form(props: FormProps): JSX.Element;

/** A task that {@link CompleteTogether} completes. @experimental */
export interface TaskToComplete {
  /** Id of the user task. */
  readonly id: string;
  /** What the step is called. */
  readonly name: string;
  /** What it is about, to tell it from the others. */
  readonly about: string;
}
/**
 * A dialog that completes several tasks of the same step with one form, as the inbox does: what concerns a single task is left out
 * of the form, and each is recorded, or refused, by itself. `onDone` is called when all were accepted, before `onClose`.
 *
 * @experimental
 * @example
 * <CompleteTogether tasks={chosen} onClose={close} onDone={again} />
 */
export declare function CompleteTogether(props: { readonly tasks: readonly TaskToComplete[]; readonly onClose: () => void; readonly onDone: () => void }): JSX.Element;

/** A short word that something was done; read out, and gone by itself. @experimental */
export declare function say(text: string): void;

/** The icons that there are. @experimental */
export type IconName =
  | 'alert' | 'archive' | 'bank' | 'book' | 'calendar' | 'chart' | 'check' | 'clock' | 'cross' | 'download' | 'edit' | 'eye' | 'file' | 'grid' | 'home' | 'inbox' | 'late'
  | 'list' | 'mail' | 'minus' | 'people' | 'person' | 'plus' | 'return' | 'search' | 'send' | 'settings' | 'signature' | 'world';
/** Decoration beside a word: screen readers pass it over. `size` in pixels, by default 18. @experimental */
export declare function Icon(props: { readonly name: IconName; readonly size?: number; readonly className?: string }): JSX.Element;
