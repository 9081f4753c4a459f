/** By then the engine has been away for about a minute: longer than it takes to start beside us. */
const LONG_AWAY = 14;

/**
 * Whether a failed poll deserves a warning: a refusal at once, an engine that does not answer only when that lasts,
 * and each of them once.
 *
 * @param failures - how many polls in a row have failed, this one included
 */
export const deservesWarning = (error: unknown, failures: number): boolean => failures === (isRefusal(error) ? 1 : LONG_AWAY);

/** The client library's own error for an answer that is no success; its other errors mean that none came. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === 'EngineError';
