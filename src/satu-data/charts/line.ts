import { formatDecimal } from '../portal/number-format.js';
import { BLUE, CHART_WORDS, WIDTH, type Chart } from './chart.types.js';
import { plain, scaleOf } from './scale.js';
import { drawing, element, label, two } from './svg.js';

const HEIGHT = 280;
const LEFT = 120;
const TOP = 34;
const BOTTOM = HEIGHT - 34;

/** One column over the periods. A period without a value breaks the line: nothing is drawn across what is missing. */
export function lineChart({ title, unit, points, language }: Chart): string {
  const words = CHART_WORDS[language];
  const { place, ticks } = scaleOf(points.flatMap(({ value }) => (value === null ? [] : [Number(value)])), BOTTOM, TOP);
  const step = (WIDTH - LEFT - 70) / Math.max(1, points.length - 1);
  const x = (index: number): number => (points.length === 1 ? (LEFT + WIDTH - 70) / 2 : LEFT + index * step);
  const grid = ticks.flatMap((tick) => [
    element('line', { x1: LEFT - 36, y1: place(tick), x2: WIDTH - 40, y2: place(tick), stroke: '#dee2e6', 'stroke-width': 1 }),
    label(LEFT - 42, place(tick) + 4, formatDecimal(plain(tick), language), { 'text-anchor': 'end', 'font-size': 9, fill: '#495057' }),
  ]);
  const path = points.map(({ value }, index) => (value === null ? '' : `${index > 0 && points[index - 1]?.value !== null ? 'L' : 'M'}${two(x(index))} ${two(place(Number(value)))}`)).join('');
  const marks = points.flatMap((point, index) => {
    const name = label(x(index), BOTTOM + 18, point.label, { 'text-anchor': 'middle', 'font-size': 10 });
    if (point.value === null) return [name, label(x(index), BOTTOM - 6, words.missing, { 'text-anchor': 'middle', 'font-size': 9, fill: '#495057' })];
    const y = place(Number(point.value));
    return [name, element('circle', { cx: x(index), cy: y, r: 3.5, fill: point.incomplete ? '#ffffff' : BLUE, stroke: BLUE, 'stroke-width': 1.5 }), label(x(index), y - 8, `${formatDecimal(point.value, language)}${point.incomplete ? ' *' : ''}`, { 'text-anchor': 'middle', 'font-size': 10 })];
  });
  const note = points.some(({ incomplete }) => incomplete) ? [label(8, HEIGHT - 2, words.incomplete, { 'font-size': 10, fill: '#495057' })] : [];
  return drawing(WIDTH, HEIGHT + 6, unit ? `${title} (${unit})` : title, [...grid, element('path', { d: path || 'M0 0', fill: 'none', stroke: BLUE, 'stroke-width': 2 }), ...marks, ...note]);
}
