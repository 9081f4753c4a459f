import { z } from 'zod';

/**
 * An indicator by formula (MS-Ind, reduced to what a period's table needs): `numerator / denominator × factor`.
 *
 * @example Population density, people per km²
 * { name: 'kepadatan', title: 'Kepadatan penduduk', unit: 'jiwa/km²', numerator: 'jumlah', denominator: 'luas_km2', factor: '1', decimals: 2 }
 */
export const IndicatorSchema = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/),
  title: z.string().min(1).max(200),
  unit: z.string().max(60).default(''),
  numerator: z.string(),
  denominator: z.string(),
  factor: z.string().regex(/^-?\d+(\.\d+)?$/).default('1'),
  decimals: z.number().int().min(0).max(10).default(2),
});
export type Indicator = z.infer<typeof IndicatorSchema>;
