import { formatDecimal } from '../portal/number-format.js';
import { BLUE, CHART_WORDS, WIDTH, type Chart } from './chart.types.js';
import { plain, scaleOf } from './scale.js';
import { drawing, element, hatch, label, short } from './svg.js';

const MOST_BARS = 30;
const BAR = 20;
const NAMES = 215;
const VALUES = 80;
const TOP = 30;

/** A bar for each value, in the order given; of more than thirty it says how many are not drawn. */
export function barChart({ title, unit, points, language }: Chart): string {
  const words = CHART_WORDS[language];
  const shown = points.slice(0, MOST_BARS);
  const { place, ticks } = scaleOf(shown.flatMap(({ value }) => (value === null ? [] : [Number(value)])), NAMES, WIDTH - VALUES);
  const bottom = TOP + shown.length * BAR;
  const grid = ticks.flatMap((tick) => [
    element('line', { x1: place(tick), y1: TOP, x2: place(tick), y2: bottom, stroke: '#dee2e6', 'stroke-width': 1 }),
    label(place(tick), bottom + 14, formatDecimal(plain(tick), language), { 'text-anchor': 'middle', 'font-size': 9, fill: '#495057' }),
  ]);
  const bars = shown.flatMap((point, index) => {
    const y = TOP + index * BAR;
    const name = label(NAMES - 8, y + 14, short(point.label, 32), { 'text-anchor': 'end' });
    if (point.value === null) return [name, hatch(place(0), y + 3, 24, BAR - 6), label(place(0) + 30, y + 14, words.missing, { 'font-size': 10, fill: '#495057' })];
    const [from, to] = [place(0), place(Number(point.value))];
    return [
      name, element('rect', { x: Math.min(from, to), y: y + 3, width: Math.abs(to - from), height: BAR - 6, fill: BLUE }),
      label(Math.max(from, to) + 5, y + 14, `${formatDecimal(point.value, language)}${point.incomplete ? ' *' : ''}`, { 'font-size': 10 }),
    ];
  });
  const notes = [...(points.length > shown.length ? [words.more(points.length - shown.length)] : []), ...(shown.some(({ incomplete }) => incomplete) ? [words.incomplete] : [])];
  const below = notes.map((note, index) => label(8, bottom + 34 + index * 14, note, { 'font-size': 10, fill: '#495057' }));
  return drawing(WIDTH, bottom + 30 + notes.length * 14, unit ? `${title} (${unit})` : title, [...grid, ...bars, ...below]);
}
