import { z } from 'zod';

const text = z.object({ id: z.string(), en: z.string() });

/** Where a case stands, and where each token could be put. `why`: it cannot be moved. */
export const PlacesSchema = z.array(z.object({ activityId: z.string(), elementId: z.string(), name: z.string(), processName: z.string(), label: z.string().nullable(), targets: z.array(z.object({ elementId: z.string(), name: z.string() })), why: text.nullable() }));

export const MoveQuery = z.object({ activity: z.string().max(255), to: z.string().max(200) });
export const ConsequencesSchema = z.object({ sentences: z.array(text), hash: z.string() });

/** `seen`: the hash of the consequences that were read. */
export const MoveBody = z.strictObject({ activity: z.string().max(255), to: z.string().max(200), reason: z.string().trim().min(3).max(1_000), seen: z.string().max(64) });
/** `waiting`: written down; done as soon as the engine is there. */
export const MovedSchema = z.object({ state: z.enum(['done', 'waiting']) });
