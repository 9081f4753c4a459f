import type { Plugin } from 'postcss';

/**
 * Parts of Tabler that no screen uses. Their selectors ask for every class and style of everything in an element, so that each class which
 * changes on a drawing (a step under the mouse, one that is chosen) made the browser work out the styles of its 10,000 parts anew: 140 ms.
 */
const UNUSED = [/\.navbar-vertical/, /\.layout-fluid/, /data-bs-(navbar|layout|sidebar)/, /\.scrollable/, /\.table-striped-columns/];

/** Of bpmn-js, for the same reason: what is dragged keeps its grabbing hand over a place where it may be dropped. */
const BROAD = [/\.(drop|connect)-ok( \*)?$/];

/** What stands for a selector that means more than it needs to. */
const NARROWER: readonly (readonly [RegExp, string])[] = [
  // A striped table's exception for cells that have a colour of their own.
  [/:not\(:is\([^()]*\[class[^()]*\)\)/g, ':nth-child(n)'],
  [/^\.djs-drag-active \.djs-bendpoints \*$/, '.djs-drag-active .djs-bendpoints :is(.djs-bendpoint, .djs-segment-dragger, .djs-visual, .djs-hit)'],
];

const dropped = (selector: string): boolean => [...UNUSED, ...BROAD].some((one) => one.test(selector));
const narrowed = (selector: string): string => NARROWER.reduce((text, [broad, narrow]) => text.replace(broad, narrow), selector);

/** Takes out of the admin's style sheets what slows the drawing of diagrams down. */
export const narrowStyles: Plugin = {
  postcssPlugin: 'tertib-narrow-styles',
  Rule(rule) {
    const { selectors } = rule;
    const kept = selectors.filter((one) => !dropped(one)).map(narrowed);
    if (kept.length === 0) rule.remove();
    else if (kept.join() !== selectors.join()) rule.selectors = kept;
  },
};
