/** @typedef {import('./png.mjs').Picture} Picture */

/** A square of so many pixels a side is looked at as one. */
const SQUARE = 24;
/** From so far apart, of 255, two squares differ: a letter more or less does not, a button does. */
const DIFFERS = 24;
/** So many rows up or down. */
const SHIFT = 3;
const { abs, floor, max, min } = Math;

/** How bright each square is. @param {Picture} picture */
function brightness({ width, height, pixels }) {
  const [columns, rows] = [floor(width / SQUARE), floor(height / SQUARE)];
  const sums = new Float64Array(columns * rows);
  for (let y = 0; y < rows * SQUARE; y++) {
    for (let x = 0; x < columns * SQUARE; x++) {
      const at = (y * width + x) * 3;
      const square = floor(y / SQUARE) * columns + floor(x / SQUARE);
      sums[square] = sums[square] + pixels[at] + pixels[at + 1] + pixels[at + 2];
    }
  }
  return { columns, rows, squares: sums.map((sum) => sum / (3 * SQUARE * SQUARE)) };
}

/**
 * How much of two pictures differs, from 0 to 1, a row of squares beside the row that it looks most like, at most so many rows away:
 * a longer date wraps, and all below it stands lower. Of another width, they are wholly different.
 * @param {Picture} one @param {Picture} other @returns {number}
 */
export function difference(one, other) {
  if (one.width !== other.width) return 1;
  const [a, b] = [brightness(one), brightness(other)];
  // What only one of them has.
  const beyond = max(0, abs(a.rows - b.rows) - SHIFT) * a.columns;
  return min(1, (max(unlike(a, b), unlike(b, a)) + beyond) / (max(a.rows, b.rows) * a.columns));
}

/** How many squares of one have nothing like them in the other. @param {ReturnType<typeof brightness>} a @param {ReturnType<typeof brightness>} b */
function unlike(a, b) {
  let differing = 0;
  for (let y = 0; y < a.rows; y++) {
    let least = a.columns;
    for (let to = max(0, y - SHIFT); to <= min(b.rows - 1, y + SHIFT); to++) {
      let count = 0;
      for (let x = 0; x < a.columns; x++) if (abs(a.squares[y * a.columns + x] - b.squares[to * b.columns + x]) > DIFFERS) count++;
      least = min(least, count);
    }
    differing += least;
  }
  return differing;
}
