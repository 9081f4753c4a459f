/**
 * Whether an application begins with examples of its own: so it does where nothing is real, which is in a demonstration
 * (`npm start -- --demo`), in a rehearsal, and in a procedure test that asks for it. Everywhere else an office finds only
 * what its people enter.
 *
 * @beta
 * @example
 * const applicants = (await exampleData.wanted()) ? ['Ani (contoh)', 'Budi (contoh)'] : [];
 */
export abstract class ExampleData {
  /** Asked each time: false also with `--demo`, where the data folder was a real office's already and the demonstration was refused. */
  abstract wanted(): Promise<boolean>;
}
