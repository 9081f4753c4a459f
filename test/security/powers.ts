import type { Route } from '../support/routes.js';

const ADMIN = ['admin'];
/** Who looks on over all cases: not the statistics office, which sees its own tasks. */
const LOOKING_ON = ['admin', 'kadis', 'kabid', 'kasi', 'staf'];
const OFFICIALS = ['admin', 'kadis', 'kabid', 'kasi', 'staf', 'bps'];
/** Whoever is signed in: what it is about decides (see isolation.spec.ts), or it is his own. */
const EVERYBODY = [...OFFICIALS, 'operator', 'pimpinan'];

/** Who may use which route at all. The first that fits counts; a route that none fits makes the test fail: say whose it is. */
const POWERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ \/api\/(users|audit|releases|drafts|incidents|settings|holidays|roles|mail|messages|catalogue|rehearsals|tokens|substitutes|operations|permissions)(\/|$)/, ADMIN],
  [/ \/api\/procedures\/(running-cases|migrations)(\/|$)/, ADMIN],
  [/ \/api\/cases\/\{id\}\/(moves|move-preview)$/, ADMIN],
  [/^GET \/api\/operate\//, LOOKING_ON],
  [/^GET \/api\/offices$/, OFFICIALS],
  [/ \/api\/offices(\/|$)/, ADMIN],
  [/^POST \/api\/satu-data\/(extend|escalate)$/, ['kasi']],
  [/^POST \/api\/satu-data\/board\/\{caseId\}\/report$/, LOOKING_ON],
  [/^POST \/api\/satu-data\/metadata\/\{id\}\/use$/, ['kasi', 'staf']],
  [/^(POST|PUT) \/api\/satu-data\/metadata(\/|$)/, ['kasi', 'staf', 'operator']],
  [/^(PUT|POST) \/api\/satu-data\/data-list\/\{caseId\}(\/import)?$/, ['staf']],
  [/^POST \/api\/satu-data\/data-list\/\{caseId\}\/marks$/, ['kasi', 'bps']],
  [/^POST \/api\/satu-data\/data-list\/\{caseId\}\/rows\/\{rowId\}\/try-rules(\/at-once)?$/, ['kasi', 'staf']],
  [/ \/api\/satu-data\/(data-list\/|built-in-rules$)/, OFFICIALS],
  [/^POST \/api\/satu-data\/review\/datasets\/\{id\}\/comments$/, ['kasi', 'bps']],
  [/^POST \/api\/satu-data\/datasets\/\{id\}\/comments\/\{commentId\}\/replies$/, ['operator', 'pimpinan', 'staf', 'kasi', 'bps']],
  [/^POST \/api\/satu-data\/datasets\/\{id\}\/comments\/\{commentId\}\/share$/, ['staf', 'kasi']],
  [/^PATCH \/api\/satu-data\/review\//, ['staf', 'kasi', 'bps']],
  [/^POST \/api\/satu-data\/review\/\{caseId\}\/letter$/, ['bps']],
  [/^POST \/api\/satu-data\/review\/\{caseId\}\/signed-letter$/, ['bps', 'kasi', 'staf']],
  [/^GET \/api\/satu-data\/review(\/|$)/, OFFICIALS],
  [/ \/api\/satu-data\/leader-links(\/|$)/, ['operator', 'kasi']],
  [/^GET \/api\/satu-data\/code-lists(\/|$)/, OFFICIALS],
  [/ \/api\/satu-data\/code-lists(\/|$)/, ['kasi', 'staf', 'admin']],
  [/ \/api\/satu-data\/rules(\/|$)/, ['kasi', 'admin']],
  [/ \/api\/satu-data\/boundaries(\/|$)/, ['kasi', 'staf', 'admin']],
  [/^POST \/api\/satu-data\/requests\/\{id\}\/sheet$/, ['operator', 'pimpinan', 'kasi', 'staf']],
  [/^POST \/api\/satu-data\/requests\/\{id\}\/withdraw$/, ['operator', 'pimpinan']],
  [/ \/api\/satu-data\/((questions|comments)$|requests\/\{id\}\/questions\/)/, ['operator', 'pimpinan', 'kasi', 'staf']],
  [/^GET \/api\/satu-data\/requests(\/|$)/, [...LOOKING_ON, 'operator', 'pimpinan']],
  [/ \/api\/satu-data\/evidence(\/|$)/, ['kasi', 'staf', 'admin']],
  // Open to all: the link and its PIN say who it is.
  [/^POST \/api\/satu-data\/leader\/(open|decide)$/, EVERYBODY],
  [/^POST \/api\/session\/view$/, ADMIN],
  [/^(GET|DELETE|POST|PUT) \/api\/session/, EVERYBODY],
  [/ \/api\/delegations(\/|$)/, EVERYBODY],
  [/^GET \/api\/(cases|events|letters|files|tasks|notices|procedures|satu-data|screens|step-properties)(\/|$)/, EVERYBODY],
  [/^POST \/api\/(files|satu-data\/check(\/stop)?|satu-data\/trial\/stop|satu-data\/datasets\/\{id\}\/columns\/\{column\}\/codes\/meant|cases\/\{id\}\/cancel|procedures\/\{key\}\/start)$/, EVERYBODY],
  [/^(POST|PUT) \/api\/tasks\/(complete-many|\{id\}\/(claim|release|draft|complete|hand-over))$/, EVERYBODY],
  [/^PUT \/api\/letters\/\{id\}\/signed$/, EVERYBODY],
];

export const powersOf = ({ method, path }: Route): readonly string[] | undefined => POWERS.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1];

/** Bodies that pass the first look, where a refusal comes after it. */
export const BODIES: Readonly<Record<string, object>> = { 'POST /api/mail/test': { to: 'uji@example.id' } };
