const OPERATIONS = new Set(
  'var missing missing_some if == === != !== ! !! or and > >= < <= max min + - * / % map filter reduce all none some merge in cat substr'.split(' '),
);
const DEEPEST = 20;
const UNSAFE_PATH = /(^|[.[\]'"])(__proto__|constructor|prototype)($|[.[\]'"])/;

/** Whether a value is JSONLogic of the plain operations only: no calls, no prototype, no endless depth. */
export function isSafeLogic(logic: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  if (logic === null || typeof logic === 'number' || typeof logic === 'boolean') return true;
  if (typeof logic === 'string') return logic.length <= 2_000 && !UNSAFE_PATH.test(logic);
  if (Array.isArray(logic)) return logic.every((item) => isSafeLogic(item, depth + 1));
  if (typeof logic !== 'object') return false;
  const entries = Object.entries(logic);
  return entries.length === 1 && entries.every(([operation, operands]) => OPERATIONS.has(operation) && isSafeLogic(operands, depth + 1));
}
