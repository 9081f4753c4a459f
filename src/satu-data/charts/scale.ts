/** Where values come to lie between two edges, and round marks beside them. Only places are floats; what is written stays text. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

const WANTED = 4;

/** From zero, or from below it. */
export function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = roundStep((most - least || 1) / WANTED);
  const [low, high] = [Math.floor(least / step) * step, Math.max(Math.ceil(most / step) * step, step + Math.floor(least / step) * step)];
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
  return { place: (value) => from + ((value - low) / (high - low)) * (to - from), ticks };
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  return (([1, 2, 5].find((one) => one * power >= raw) ?? 10) * power);
}

/** As canonical text, for whoever writes numbers. */
export const plain = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en', { useGrouping: false }) : value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 10 }));
