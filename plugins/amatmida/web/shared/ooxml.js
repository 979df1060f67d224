// @ts-check
// The XML parts of a Word document. Pure: the same blocks give the same text. What right-to-left means in Word: the
// paragraph is bidi, its runs are rtl and have complex-script fonts and a bidi language, tables are bidiVisual.

/** @typedef {{kind: string, text?: string, level?: number, strong?: boolean, items?: string[], ordered?: boolean, head?: string[], rows?: string[][], png?: Uint8Array, width?: number, height?: number, alt?: string}} Block */
/** @typedef {{lang: string, title: string, untitled?: boolean, subtitle?: string, blocks: Block[], footer?: string}} Doc */

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LTR = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;
// Words in Latin letters (and what stands between two of them) inside right-to-left text.
const LATIN = /([A-Za-z\u00c0-\u024f](?:[^\n\t\u0590-\u08ff\ufb1d-\ufdff]*[A-Za-z0-9\u00c0-\u024f])?)/;
const FONT = "Arial";
/** Twentieths of a point: A4 with 2 cm margins. */
const PAGE = { short: 11906, long: 16838, margin: 1134 };
const EMU = 9525;
/** Rows longer than this may be divided between pages. */
const WHOLE_ROW = 1200;

/** Text that XML can hold; what it cannot is shown as a replacement sign. @param {unknown} value */
export function escaped(value) {
  const text = String(value ?? "").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return whole.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** One right-to-left letter decides; without any letter the document does. @param {string} text @param {boolean} rtl the document's */
const isRtl = (text, rtl) => RTL.test(text) || (rtl && !LTR.test(text));

/** @param {string} text @param {string} props */
const run = (text, props) => {
  const pieces = text.split("\t").map((piece) => (piece ? `<w:t xml:space="preserve">${escaped(piece)}</w:t>` : ""));
  const given = props && `<w:rPr>${props}</w:rPr>`;
  return `<w:r>${given}${pieces.join("<w:tab/>")}</w:r>`;
};

/** A bracket that opened among Latin letters closes there, or Word would turn it round. @param {string[]} pieces */
function paired(pieces) {
  for (let n = 1; n < pieces.length; n += 2) {
    if (pieces[n + 1].startsWith(")") && pieces[n].lastIndexOf("(") > pieces[n].lastIndexOf(")")) [pieces[n], pieces[n + 1]] = [`${pieces[n]})`, pieces[n + 1].slice(1)];
  }
  return pieces;
}

/** @param {string} text @param {boolean} rtl the paragraph's @param {boolean} [strong] */
export function runs(text, rtl, strong = false) {
  const bold = strong ? "<w:b/><w:bCs/>" : "";
  if (!rtl) return text ? run(text, bold) : "";
  const pieces = paired(text.split(LATIN)).map((piece, n) => piece && run(piece, n % 2 ? bold : `${bold}<w:rtl/>`));
  return pieces.join("");
}

/** One paragraph for each line. @param {string} text @param {boolean} rtl the document's @param {{style?: string, strong?: boolean, more?: string}} [given] */
export function paragraphs(text, rtl, { style = "", strong = false, more = "" } = {}) {
  const one = (/** @type {string} */ line) => {
    const right = isRtl(line, rtl);
    const named = style && `<w:pStyle w:val="${style}"/>`;
    const props = `${named}${more}<w:bidi w:val="${right ? 1 : 0}"/>`;
    return `<w:p><w:pPr>${props}</w:pPr>${runs(line, right, strong)}</w:p>`;
  };
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map(one).join("");
}

/** Widths by what the columns hold, the narrowest still readable. @param {string[][]} rows @param {number} room */
function widths(rows, room) {
  const longest = rows[0].map((_, n) => Math.min(Math.max(...rows.map((row) => (row[n] ?? "").length), 6), 42));
  const all = longest.reduce((a, b) => a + b, 0);
  return longest.map((one) => Math.floor((one / all) * room));
}

/** @param {Block} block @param {boolean} rtl @param {number} room */
function table({ head = [], rows = [] }, rtl, room) {
  const all = head.length ? [head, ...rows] : rows;
  if (!all.length) return "";
  const columns = head.length ? widths(all, room) : [room * 0.35, room * 0.65].map(Math.floor);
  const cell = (/** @type {string} */ text, /** @type {number} */ n, /** @type {boolean} */ label) => {
    const shade = label ? '<w:shd w:val="clear" w:color="auto" w:fill="E8EEF0"/>' : "";
    return `<w:tc><w:tcPr><w:tcW w:w="${columns[n]}" w:type="dxa"/>${shade}</w:tcPr>${paragraphs(text, rtl, { style: "Cell", strong: label })}</w:tc>`;
  };
  const line = (/** @type {string[]} */ row, /** @type {number} */ index) => {
    const top = head.length > 0 && index === 0;
    const whole = row.join("").length < WHOLE_ROW ? "<w:cantSplit/>" : "";
    const props = `${whole}${top ? "<w:tblHeader/>" : ""}`;
    const cells = columns.map((_, n) => cell(row[n] ?? "", n, top || (!head.length && n === 0)));
    const given = props && `<w:trPr>${props}</w:trPr>`;
    return `<w:tr>${given}${cells.join("")}</w:tr>`;
  };
  const grid = columns.map((one) => `<w:gridCol w:w="${one}"/>`).join("");
  const props = `<w:tblStyle w:val="TableGrid"/>${rtl ? "<w:bidiVisual/>" : ""}<w:tblW w:w="${room}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`;
  return `<w:tbl><w:tblPr>${props}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${all.map(line).join("")}</w:tbl>${paragraphs("", rtl)}`;
}

/** @param {Block} block @param {number} n @param {number} room */
function picture({ width = 1, height = 1, alt = "" }, n, room) {
  const scale = Math.min(1, (room * 635) / (width * EMU));
  const [cx, cy] = [width, height].map((one) => Math.round(one * EMU * scale));
  const size = `cx="${cx}" cy="${cy}"`;
  const named = `id="${n}" name="picture${n}" descr="${escaped(alt)}"`;
  const fill = `<pic:blipFill><a:blip r:embed="rIdPicture${n}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  const pic = `<pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>${fill}${shape}</pic:pic>`;
  const graphic = `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${pic}</a:graphicData></a:graphic>`;
  return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${named}/>${graphic}</wp:inline></w:drawing></w:r></w:p>`;
}

/** A wide table turns the page. @param {Block[]} blocks */
const isWide = (blocks) => blocks.some(({ head, rows }) => Math.max(head?.length ?? 0, rows?.[0]?.length ?? 0) > 6);

/** @param {Doc} doc @returns {string} the inside of w:body */
export function body({ lang, title, untitled, subtitle, blocks }) {
  const rtl = lang !== "en";
  const [across, along] = isWide(blocks) ? [PAGE.long, PAGE.short] : [PAGE.short, PAGE.long];
  const room = across - 2 * PAGE.margin;
  let [lists, pictures] = [0, 0];
  const list = (/** @type {Block} */ block) => {
    lists += 1;
    const more = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${lists}"/></w:numPr>`;
    return (block.items ?? []).map((item) => paragraphs(item.replace(/\s*\n\s*/g, " "), rtl, { style: "ListParagraph", more })).join("");
  };
  const one = (/** @type {Block} */ block) => {
    if (block.kind === "heading") return paragraphs(block.text ?? "", rtl, { style: `Heading${Math.min(Math.max(block.level ?? 1, 1), 3)}` });
    if (block.kind === "list") return list(block);
    if (block.kind === "table") return table(block, rtl, room);
    if (block.kind === "picture") return picture(block, (pictures += 1), room);
    return block.kind === "break" ? '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' : paragraphs(block.text ?? "", rtl, { strong: block.strong });
  };
  const top = `${untitled ? "" : paragraphs(title, rtl, { style: "Title" })}${subtitle ? paragraphs(subtitle, rtl, { style: "Subtitle" }) : ""}`;
  const turned = across > along ? ' w:orient="landscape"' : "";
  const margins = ["top", "right", "bottom", "left", "header", "footer"].map((side) => `w:${side}="${side.endsWith("er") ? 567 : PAGE.margin}"`);
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="${across}" w:h="${along}"${turned}/><w:pgMar ${margins.join(" ")} w:gutter="0"/>${rtl ? "<w:bidi/>" : ""}</w:sectPr>`;
  return `${top}${blocks.map(one).join("")}${section}`;
}

export { FONT };
