/** Regions are those of the Ministry of Home Affairs, unless a column says otherwise. */
export const REGION_SCHEME = 'kemendagri';
