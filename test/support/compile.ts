import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');
/** The parts of the SDK that generated types lean on: the whole of it takes seconds to read. */
const SDK = ['cases', 'files', 'forms', 'types'].map((part) => `export * from '${join(root, 'src/sdk/contracts', part)}.js';`).join('\n');

/** Compiles files that import `tertib`, in memory; answers what the compiler has against each, as `file:line code`. */
export function compile(files: Readonly<Record<string, string>>): string[] {
  const sources = new Map(Object.entries({ 'sdk.ts': SDK, ...files }).map(([name, text]) => [join(root, 'compiled', name), text]));
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, skipLibCheck: true, noUnusedLocals: true, target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts'], types: ['node'],
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, paths: { tertib: [join(root, 'compiled/sdk.ts')] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => sources.has(name) || fileExists(name);
  host.readFile = (name) => sources.get(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) => {
    const text = sources.get(name);
    return text === undefined ? getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, code, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.slice(root.length + 1) ?? ''}:${line} ${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
