/** The part of an analysis's page that lists what is missing, by its id: the report leads to it. */
export const MISSING = 'nilai-kosong';
