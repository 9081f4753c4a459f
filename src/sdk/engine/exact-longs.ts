/** Texts first, so that digits inside them are left alone; then whole numbers that a double may not hold. */
const TEXT_OR_LONG = /"(?:[^"\\]|\\.)*"|-?\b\d{16,19}\b(?![.eE])/g;

/**
 * The engine's JSON with every whole number that JavaScript's numbers cannot hold as text, which {@link fromEngineVariable}
 * makes a BigInt: `JSON.parse` would round it.
 */
export function exactLongs(json: string): string {
  if (!/\d{16}/.test(json)) return json;
  return json.replace(TEXT_OR_LONG, (token) => (token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`));
}
