import { formulaWords } from './formula-words.js';

const columns = [{ name: 'mati', title: 'Kematian bayi' }, { name: 'lahir', title: 'Kelahiran hidup' }];
const words = (factor: string, formula: string | null = null) => (['id', 'en'] as const).map((language) => formulaWords({ formula, numerator: 'mati', denominator: 'lahir', factor }, columns, language));

describe('a formula in words', () => {
  it('has its factor as the language writes numbers', () => {
    expect(words('1000')).toEqual(['Kematian bayi ÷ Kelahiran hidup × 1.000', 'Kematian bayi ÷ Kelahiran hidup × 1,000']);
    expect(words('0.5')).toEqual(['Kematian bayi ÷ Kelahiran hidup × 0,5', 'Kematian bayi ÷ Kelahiran hidup × 0.5']);
    // Kept before such a factor was refused: it is computed as one.
    for (const one of ['1', '1.000']) expect(words(one)).toEqual(['Kematian bayi ÷ Kelahiran hidup', 'Kematian bayi ÷ Kelahiran hidup']);
  });

  it('is as it was written where it was written', () => expect(words('1', 'mati ÷ (lahir + mati)')[0]).toBe('Kematian bayi ÷ (Kelahiran hidup + Kematian bayi)'));
});
