/** 1 is A, 27 is AA. */
export function columnLetter(number: number): string {
  return number <= 0 ? '' : columnLetter(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26));
}
