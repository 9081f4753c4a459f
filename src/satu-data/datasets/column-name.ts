/** A column's or an indicator's name: a name in the template, in rules and formulas, and in the published table as well. */
export const COLUMN_NAME = /^[a-z][a-z0-9_]{0,39}$/;
