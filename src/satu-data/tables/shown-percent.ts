/** Whether Excel shows a number by this format a hundred times as large, with `%` behind it; a `%` in quotes is only text. */
export const showsPercent = (format: string | undefined): boolean => format !== undefined && format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
