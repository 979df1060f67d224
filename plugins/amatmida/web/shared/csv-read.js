// @ts-check
// A table's file, read back: what csv.js writes, and what a spreadsheet makes of it when it saves it again.

/** The sign between cells: a spreadsheet saves in its country's way. @param {string} text */
function between(text) {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (/** @type {string} */ sign) => first.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** A ' that keeps a formula text is taken off. @param {string} cell */
const plain = (cell) => cell.replace(/^'(?=[=+\-@\t\r])/, "");

/**
 * Rows of cells; a quote that never ends runs to the end of the file. Empty rows are left out.
 * @param {string} file
 * @returns {Array<{line: number, cells: string[]}>} `line`: where the row begins, from 1
 */
export function csvRows(file) {
  const text = file.replace(/^\ufeff/, "");
  const sign = between(text);
  const part = new RegExp(`(?<![^${sign}\\r\\n])"((?:[^"]|"")*)"?|${sign}|\\r\\n?|\\n|[^${sign}\\r\\n]+`, "g");
  let [line, cell] = [1, ""];
  let row = { line, cells: /** @type {string[]} */ ([]) };
  const rows = [row];
  const close = () => (row.cells.push(plain(cell)), (cell = ""));
  for (const [found, quoted] of text.matchAll(part)) {
    line += found.split(/\r\n?|\n/).length - 1;
    if (found === sign) close();
    else if (/^[\r\n]/.test(found)) close(), rows.push((row = { line, cells: [] }));
    else cell += quoted === undefined ? found : quoted.replaceAll('""', '"');
  }
  close();
  return rows.filter(({ cells }) => cells.some((one) => one.trim()));
}
