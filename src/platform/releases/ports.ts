import type { Text } from '../../sdk/index.js';
import type { Answers } from '../notifications/index.js';
import type { PastCase } from './replay/past.js';

/** The roles that a task may be given to. */
export abstract class RoleCatalogue {
  abstract keys(): Promise<readonly string[]>;
}

/** What people call each role, by its key. */
export abstract class RoleTitles {
  abstract all(): Promise<ReadonlyMap<string, Text>>;
}

/** The plugins' folders of diagrams, forms and letters, as absolute paths. */
export abstract class ShippedFolders {
  abstract readonly paths: readonly string[];
}

/** A form that a page of the admin draws, and the fields that it cannot do without; or, with `gone`, one some of whose fields the page has taken the place of. */
export interface PageNeed {
  readonly page: Text;
  readonly form: string;
  readonly fields: readonly string[];
  readonly gone?: readonly string[];
}

/** What the plugins' pages need of forms. */
export abstract class PageNeeds {
  abstract readonly all: readonly PageNeed[];
}

/** Which releases cases still run on; what knows of cases provides it. */
export abstract class RunningReleases {
  abstract ids(): Promise<readonly string[]>;
}

/** A part of the finished cases, those that ended last first. */
export interface PastPage {
  /** How many there are in all, those included that are too many to be asked for. */
  readonly total: number;
  /** When the newest of all ended; null where there is none. */
  readonly until: string | null;
  readonly cases: readonly PastCase[];
}

/** The finished cases as our record has them; what knows of cases provides it. */
export abstract class PastCases {
  /** @param until - what ended later is left out, so that the pages of one replay fit together. */
  abstract page(from: number, count: number, until: string | null): Promise<PastPage>;
}

/** A case that a letter can be tried with. */
export interface LetterCase {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** A case when it last came to a letter's step; as it is now where it has not. */
export interface CaseAtLetter {
  readonly title: string;
  readonly answers: Answers;
}

/** Cases for the editor of letters; what knows of cases provides it. */
export abstract class LetterCases {
  /** Some of these procedures that the asker may see, the newest first; with a text, those whose titles have it. */
  abstract recent(procedures: readonly string[], q: string): Promise<readonly LetterCase[]>;
  /** @throws not found. */
  abstract at(caseId: string, elementIds: readonly string[]): Promise<CaseAtLetter>;
}

/** What must go well with a version before it is published; what rehearses it provides this. */
export abstract class MustPass {
  /** @param sha256 - hash of the version's files. @throws where something has not passed with exactly these. */
  abstract judge(sha256: string): Promise<void>;
}

/** A deployment as the engine holds it. */
export interface Deployed {
  readonly deploymentId: string;
  readonly definitions: readonly { readonly id: string; readonly key: string }[];
}

/** The engine, as far as publishing needs it. */
export abstract class DeploymentPort {
  /** @throws EngineUnavailable (try again) or EngineRejected (never will). */
  abstract deploy(name: string, files: readonly { readonly name: string; readonly content: string }[]): Promise<Deployed>;
  /** The deployment of this name, or null: asked first, because a lost answer looks like a failure. */
  abstract find(name: string): Promise<Deployed | null>;
}
