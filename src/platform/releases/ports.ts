/** What the registered handlers can do; the platform's worker provides it. */
export abstract class HandlerCatalogue {
  /** Topics that have a handler. */
  abstract topics(): readonly string[];
  /** Process variables that the topic's handler answers, or null where its schema does not tell. */
  abstract outputs(topic: string): readonly string[] | null;
}

/** The roles that a task may be given to. */
export abstract class RoleCatalogue {
  abstract keys(): Promise<readonly string[]>;
}

/** The plugins' folders of diagrams, forms and letters, as absolute paths. */
export abstract class ShippedFolders {
  abstract readonly paths: readonly string[];
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
