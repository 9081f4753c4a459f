import { z } from 'zod';

/* The screens take their types from here, so that nothing but zod is imported. */

const moment = z.iso.datetime();
export const MOST_SIGNS = 2000;

/** A row of a table, by the values of its keys; `name` is how people call it. */
const PlaceValues = z.record(z.string().max(64), z.string().max(200)).refine((keys) => Object.keys(keys).length <= 20);
const PlaceView = z.object({ place: PlaceValues, name: z.string() });
export type PlaceView = z.infer<typeof PlaceView>;

const Message = z.object({ id: z.string(), mine: z.boolean(), about: PlaceView.nullable(), side: z.enum(['producer', 'office']), text: z.string(), userName: z.string(), at: moment });
/** The newest of a thread, oldest first; `earlier`: there are more before them. */
export const Messages = z.object({ dataset: z.string(), items: z.array(Message), earlier: z.boolean() });
export type Messages = z.infer<typeof Messages>;
export const MessagesQuery = z.object({ before: z.string().max(64).optional() });
export const AskBody = z.strictObject({ text: z.string().trim().min(1).max(MOST_SIGNS), place: PlaceValues.optional() });
/** Rows that a question can be about, as many as a list holds; `more`: there are others, to be searched for. */
export const Places = z.object({ items: z.array(PlaceView), more: z.boolean() });
export type Places = z.infer<typeof Places>;
export const PlacesQuery = z.object({ q: z.string().trim().max(100).optional() });
export const ReadBody = z.strictObject({ upTo: z.string().max(64) });

const ThreadRow = z.object({ requestId: z.string(), datasetId: z.string(), caseId: z.string(), period: z.string(), office: z.string(), dataset: z.string(), messages: z.number(), unread: z.number(), lastAt: moment, lastText: z.string(), lastBy: z.string() });
/** Threads that the asker may see, a page of them; what he has not read comes first. */
export const Threads = z.object({ items: z.array(ThreadRow), page: z.number(), pages: z.number() });
export type Threads = z.infer<typeof Threads>;
export const ThreadsQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
