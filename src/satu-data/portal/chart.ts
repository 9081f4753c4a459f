import type { Language } from 'tertib';
import type { PublicationEntity, PublishedColumn } from '../publication/publication.entity.js';
import { codeTitle } from './code-title.js';

export const MOST_BARS = 40;
/** Room for a letter of a name. The library only guesses how wide letters are, and cuts off what it guessed too narrow. */
const LETTER = 7.5;
const MARGIN = 16;

/** Loaded with the first chart that somebody looks at: its modules would be a sixth of the app's start. */
let library: Promise<typeof import('echarts/core')> | undefined;
const loaded = async (): Promise<typeof import('echarts/core')> => {
  const [core, { BarChart }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([BarChart, GridComponent, SVGRenderer]);
  return core;
};

/** A horizontal bar for each row, largest first, as an SVG file of its own. Null where there is nothing to draw. */
export async function chartSvg(one: PublicationEntity, language: Language): Promise<string | null> {
  const bars = barsOf(one, language).sort((a, b) => b.value - a.value).slice(0, MOST_BARS).toReversed();
  if (bars.length === 0) return null;
  const format = (value: number): string => value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');
  const { init } = await (library ??= loaded());
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 900, height: 80 + bars.length * 26 });
  chart.setOption({
    animation: false,
    grid: { left: MARGIN + LETTER * Math.max(...bars.map(({ name }) => name.length)), right: 110, top: 16, bottom: 32, outerBoundsMode: 'none' },
    xAxis: { type: 'value', axisLabel: { formatter: (value: number) => format(value) } },
    yAxis: { type: 'category', data: bars.map((bar) => bar.name) },
    series: [{ type: 'bar', data: bars.map((bar) => bar.value), itemStyle: { color: '#0054a6' }, label: { show: true, position: 'right', formatter: ({ value }: { value: unknown }) => format(Number(value)) } }],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

/** Of each row; of a large table the sums that were kept when it was published. */
function barsOf({ chart, measure, columns, rows }: PublicationEntity, language: Language): { readonly name: string; readonly value: number }[] {
  const label = columns.find((column) => (chart ? column.title === chart.by : column.type === 'string')) ?? columns.find((column) => column.key);
  if (chart) return chart.bars.map(({ code, value, incomplete }) => ({ name: `${label ? nameOf(label, code, language) : code}${incomplete ? ' *' : ''}`, value: Number(value) }));
  if (!measure) return [];
  return rows.filter((row) => row[measure] !== undefined).map((row) => ({ name: label ? nameOf(label, row[label.name] ?? '', language) : '', value: Number(row[measure]) }));
}

/** A code is known by its name; what is no code stays as it is. */
const nameOf = (column: PublishedColumn, value: string, language: Language): string => codeTitle(column, value, language) ?? value;
