import { randomFrom } from '../../../test/support/random.js';
import { barChart } from './bar.js';
import type { Chart } from './chart.types.js';
import { classesOf, classOf, PALETTE } from './classes.js';
import { lineChart } from './line.js';
import { regionMap, type Shape } from './map.js';
import { scaleOf } from './scale.js';
import { simplified, type Place } from './simplify.js';

const chart = (points: Chart['points'], more: Partial<Chart> = {}): Chart => ({ title: 'Penduduk <2024>', unit: 'jiwa', language: 'id', points, ...more });
const point = (label: string, value: string | null, incomplete = false) => ({ label, value, incomplete });
const square = (code: string, x: number): Shape => ({ code, rings: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] });
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('charts', () => {
  it('draws a bar for each value, missing ones hatched, and writes each as it is', () => {
    const svg = barChart(chart([point('A & B', '1234.50'), point('C', null), point('D', '-3', true)]));
    for (const text of ['Penduduk &lt;2024&gt; (jiwa)', 'A &amp; B', '1.234,50', 'tidak ada data', '-3 *', '* tidak lengkap']) expect(svg).toContain(text);
    expect(count(svg, 'fill="#0054a6"')).toBe(2);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says how many bars are not drawn', () => expect(barChart(chart(Array.from({ length: 42 }, (_, index) => point(String(index), '1'))))).toContain('12 baris lain ada pada tabel'));

  it('draws nothing across a missing period', () => {
    const svg = lineChart(chart([point('2021', '1'), point('2022', null), point('2023', '3'), point('2024', '4')], { language: 'en' }));
    expect(/<path d="([^"]*)" fill="none" stroke="#0054a6"/.exec(svg)?.[1]?.replaceAll(/[\d. ]/g, '')).toBe('MML');
    expect(svg).toContain('no data');
    for (const none of [[], [point('2024', null)], [point('2024', '0')]]) expect(lineChart(chart(none))).not.toMatch(/NaN|Infinity/);
  });

  it('colours regions by class, hatches those without a value, and names those without an outline', () => {
    const points = [{ code: '15.01', ...point('Kerinci', '10') }, { code: '15.02', ...point('Merangin', '20') }, { code: '15.09', ...point('Bungo', '30') }, { code: '15.03', ...point('Sarolangun', null) }];
    const svg = regionMap({ ...chart([]), points, shapes: [square('15.01', 103), square('15.02', 104), square('15.03', 105), square('15.04', 106)], classes: 'equal', source: 'sintetis' });
    for (const text of ['10 – 16,67', '&gt; 16,67 – 23,33', 'tidak ada data', 'Kelas: rentang sama lebar', 'Sumber batas wilayah: sintetis', 'Tanpa batas wilayah: Bungo']) expect(svg).toContain(text);
    expect([count(svg, 'fill-rule="evenodd"'), count(svg, 'fill="none" fill-rule')]).toEqual([4, 2]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('puts each value into exactly one class, the least into the first and the most into the last', () => {
    const random = randomFrom(5);
    for (let round = 0; round < 300; round++) {
      const values = Array.from({ length: 1 + Math.floor(random() * 30) }, () => (random() < 0.3 ? String(Math.floor(random() * 4)) : (random() * 200 - 50).toFixed(2)));
      for (const method of ['equal', 'quantile'] as const) {
        const classes = classesOf(values, method);
        const numbers = values.map(Number);
        expect(classes.length).toBeLessThanOrEqual(PALETTE.length);
        expect(classOf(classes, values[numbers.indexOf(Math.min(...numbers))] as string)).toBe(0);
        expect(classOf(classes, values[numbers.indexOf(Math.max(...numbers))] as string)).toBe(classes.length - 1);
        for (const value of values) {
          const { above, to } = classes[classOf(classes, value)] ?? { above: null, to: '-1e9' };
          expect(Number(value) <= Number(to) && (above === null || Number(value) > Number(above))).toBe(true);
        }
      }
    }
    expect(classesOf([], 'equal')).toEqual([]);
  });

  it('has room for every value between its first and last mark', () => {
    const random = randomFrom(9);
    for (let round = 0; round < 300; round++) {
      const values = Array.from({ length: 5 }, () => (random() - 0.3) * 10 ** Math.floor(random() * 9));
      const { place, ticks } = scaleOf(values, 0, 100);
      expect(values.every((value) => place(value) >= -1e-9 && place(value) <= 100 + 1e-9)).toBe(true);
      expect([ticks.includes(0), ticks.length >= 2 && ticks.length <= 12]).toEqual([true, true]);
    }
  });

  it('leaves out corners that nobody sees, and keeps the others', () => {
    const circle = Array.from({ length: 2001 }, (_, index): Place => [100 + 50 * Math.cos((index * Math.PI) / 1000), 100 + 50 * Math.sin((index * Math.PI) / 1000)]);
    const few = simplified(circle);
    expect(few.length).toBeGreaterThan(10);
    expect(few.length).toBeLessThan(120);
    expect(simplified([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]])).toHaveLength(5);
  });
});
