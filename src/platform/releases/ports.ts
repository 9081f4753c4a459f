import type { Text } from '../../sdk/index.js';

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

/** Which releases cases still run on; what knows of cases provides it. */
export abstract class RunningReleases {
  abstract ids(): Promise<readonly string[]>;
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
