import Handlebars from 'handlebars';
import { helpers } from './helpers.mjs';

const engine = Handlebars.create();
engine.unregisterHelper('log');
for (const [name, helper] of Object.entries(helpers)) engine.registerHelper(name, helper);

const known = Object.fromEntries([...Object.keys(helpers), 'each', 'if', 'unless', 'with', 'lookup'].map((name) => [name, true]));

const runtime = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** @param {unknown} template @param {boolean} noEscape */
function compile(template, noEscape) {
  // An AST in place of text would be compiled to JavaScript as it stands.
  if (typeof template !== 'string') throw new Error('A template must be text');
  return engine.compile(template, { knownHelpers: known, knownHelpersOnly: true, noEscape });
}

/** For what is no letter of the office, such as another's form: the value `tanpaKop` says so. */
const UNFRAMED = '{{> isi}}';

/**
 * The layout calls the letter as its partial `isi`; the layout's own inline partials are the letter's to use.
 * @param {{ html: string, layout: string, context: Record<string, unknown> }} job
 */
export const renderHtml = ({ html, layout, context }) => compile(context['tanpaKop'] === true ? UNFRAMED : layout, false)(context, { ...runtime, partials: { isi: compile(html, false) } });

/** @param {{ template: string, context: Record<string, unknown> }} job */
export const renderText = ({ template, context }) => compile(template, true)(context, runtime);
