import { relative } from 'node:path';
import { Application, ReflectionKind } from 'typedoc';

/** How firmly an export stands: docs/stability.md. */
const STABILITY = ['@public', '@beta', '@experimental'];
/** An interface whose fields are the engine's own, as Camunda's manual has them: those fields need no text of ours. */
const ENGINE_RECORD = '@engineRecord';
const WITH_MEMBERS = ReflectionKind.ClassOrInterface | ReflectionKind.TypeAlias;

/** Every export has a text and says how stable it is, every member has a text, what is deprecated says since when: or there is no reference. */
export function load(app) {
  app.on(Application.EVENT_VALIDATE_PROJECT, (project) => {
    for (const one of exportsOf(project)) {
      for (const finding of findings(one)) app.logger.error(`${placeOf(finding.of)} ${finding.says}`);
    }
  });
}

/** Of one entry they stand in the project itself. */
const exportsOf = ({ children = [] }) => children.flatMap((one) => (one.kindOf(ReflectionKind.Module) ? (one.children ?? []) : one));

function* findings(one) {
  const { name } = one;
  const comments = commentsOf(one);
  if (!comments.some(({ summary }) => summary.length > 0)) yield { of: one, says: `${name} has no text: say what it is` };
  // TypeDoc makes a flag of the first.
  const tags = STABILITY.filter((tag) => (tag === '@public' && isPublic(one)) || comments.some((comment) => comment.hasModifier(tag)));
  if (tags.length !== 1) yield { of: one, says: `${name} has ${tags.length === 0 ? 'no' : 'more than one'} stability: exactly one of ${STABILITY.join(', ')}` };
  for (const comment of comments) {
    const deprecated = comment.getTag('@deprecated');
    if (deprecated && !/\bsince \d/i.test(textOf(deprecated))) yield { of: one, says: `${name} is deprecated without "since <version>" and what to use instead` };
  }
  if (one.kindOf(WITH_MEMBERS) && !comments.some((comment) => comment.hasModifier(ENGINE_RECORD))) yield* membersOf(one).flatMap((member) => [...memberFindings(one, member)]);
}

function* memberFindings(owner, member) {
  if (member.inheritedFrom || member.kindOf(ReflectionKind.Constructor)) return;
  if (!commentsOf(member).some(({ summary }) => summary.length > 0)) yield { of: member, says: `${owner.name}.${member.name} has no text` };
}

const membersOf = (one) => one.children ?? one.type?.declaration?.children ?? [];

/** A function's text is at its signatures, a getter's at its own. */
const commentsOf = ({ comment, signatures = [], getSignature, type }) =>
  [comment, getSignature?.comment, ...signatures.map((signature) => signature.comment), ...(type?.declaration?.signatures ?? []).map((signature) => signature.comment)].filter(Boolean);

const isPublic = ({ flags, signatures = [] }) => flags.isPublic || signatures.some((signature) => signature.flags.isPublic);

const textOf = ({ content }) => content.map(({ text }) => text).join('');

const placeOf = ({ sources = [], signatures = [] }) => [...sources, ...signatures.flatMap((signature) => signature.sources ?? [])].slice(0, 1).map(({ fullFileName, line }) => `${relative(process.cwd(), fullFileName)}:${line}`).join('');
