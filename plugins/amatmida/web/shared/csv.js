// @ts-check
// A table as a file that every spreadsheet opens: UTF-8 with its mark, CRLF, quotes where needed.

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that a spreadsheet would take for a formula gets a ' before it and stays text. @param {unknown} value */
function cell(value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /["\n\r,;\t]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {ReadonlyArray<ReadonlyArray<unknown>>} rows @returns {string} */
export const csvText = (rows) => `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
