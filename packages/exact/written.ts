/**
 * A number as people write it into a spreadsheet, as plain decimal text ("1,234.50" is "1234.50"); full-width digits are understood. A
 * comma is a thousands separator only where every group behind the first has three digits and the first begins with none of 0: "0,123",
 * "12,34" and "1234,567" may be meant either way. null: not a number, or not one anybody can be sure of.
 */
export function plainNumber(text: string): string | null {
  const written = text.normalize('NFKC').trim()
  const plain = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written
  return /^[+-]?\d{1,15}(\.\d{1,60})?$/.test(plain) ? plain.replace(/^\+/, '') : null
}

/** It has a comma between digits that is no thousands separator: 0,123 may mean 0.123 or 123. */
export const hasDoubtfulComma = (text: string): boolean => /\d,\d/.test(text.normalize('NFKC')) && plainNumber(text) === null
