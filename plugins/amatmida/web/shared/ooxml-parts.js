// @ts-check
/** @import {Doc} from "./ooxml.js" */
// The files inside a .docx: the document itself, and the styles, numbering, footer and properties it leans on.

import { FONT, body, escaped, paragraphs } from "./ooxml.js";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const SPACES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}/relationships" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`;
const TAGS = { he: "he-IL", en: "en-US", ar: "ar-SA" };
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** Style id, name, half points, space before and after, and what else. @type {Array<[string, string, number, number, number, string]>} */
const STYLES = [
  ["Title", "Title", 40, 0, 60, ""],
  ["Subtitle", "Subtitle", 20, 0, 240, ""],
  ["Heading1", "heading 1", 30, 320, 100, '<w:keepNext/><w:outlineLvl w:val="0"/>'],
  ["Heading2", "heading 2", 26, 240, 80, '<w:keepNext/><w:outlineLvl w:val="1"/>'],
  ["Heading3", "heading 3", 24, 200, 80, '<w:keepNext/><w:outlineLvl w:val="2"/>'],
  ["ListParagraph", "List Paragraph", 22, 0, 60, ""],
  ["Cell", "Cell", 20, 30, 30, ""],
];
const WORDS = { he: ["עמוד", "מתוך"], en: ["Page", "of"], ar: ["صفحة", "من"] };

/** The document's language as far as it is known here. @param {Doc} doc @returns {"he" | "en" | "ar"} */
const langOf = ({ lang }) => (lang === "en" || lang === "ar" ? lang : "he");

/** @param {Doc} doc */
function styles(doc) {
  const lang = langOf(doc);
  const bidi = lang === "en" ? "he-IL" : TAGS[lang];
  const side = lang === "en" ? 0 : 1;
  const text = `<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:bidi="${bidi}"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${text}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:bidi w:val="${side}"/></w:pPr></w:style>`;
  const made = STYLES.map(([id, name, size, before, after, more]) => {
    const [keep, level] = [more.includes("keepNext") ? "<w:keepNext/>" : "", more.replace("<w:keepNext/>", "")];
    const bold = id === "Title" || id.startsWith("Heading") ? "<w:b/><w:bCs/>" : "";
    return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${keep}<w:spacing w:before="${before}" w:after="${after}"/>${level}</w:pPr><w:rPr>${bold}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
  });
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="7A8A92"/>`);
  const margins = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>';
  const grid = `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${edges.join("")}</w:tblBorders>${margins}</w:tblPr></w:style>`;
  return `${HEAD}<w:styles xmlns:w="${MAIN}">${defaults}${normal}${made.join("")}${grid}</w:styles>`;
}

/** One numbering for each list, so that each starts at 1. @param {Doc} doc */
function numbering({ blocks }) {
  const level = (/** @type {string} */ format, /** @type {string} */ sign) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:start="500" w:hanging="360"/></w:pPr></w:lvl>`;
  const kinds = [level("bullet", "•"), level("decimal", "%1.")].map((one, n) => `<w:abstractNum w:abstractNumId="${n}"><w:multiLevelType w:val="singleLevel"/>${one}</w:abstractNum>`);
  const lists = blocks.filter(({ kind }) => kind === "list").map(({ ordered }, n) => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    return `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/>${ordered ? anew : ""}</w:num>`;
  });
  return `${HEAD}<w:numbering xmlns:w="${MAIN}">${kinds.join("")}${lists.join("")}</w:numbering>`;
}

/** @param {Doc} doc */
function footer(doc) {
  const rtl = doc.lang !== "en";
  const mark = rtl ? "<w:rPr><w:rtl/></w:rPr>" : "";
  const words = (/** @type {string} */ text) => `<w:r>${mark}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const field = (/** @type {string} */ name) => `<w:fldSimple w:instr=" ${name} "><w:r>${mark}<w:t>1</w:t></w:r></w:fldSimple>`;
  const [page, of] = WORDS[langOf(doc)];
  const [before, between] = [words(`${page} `), words(` ${of} `)];
  const count = `<w:p><w:pPr><w:bidi w:val="${rtl ? 1 : 0}"/><w:jc w:val="center"/></w:pPr>${before}${field("PAGE")}${between}${field("NUMPAGES")}</w:p>`;
  const note = doc.footer ? paragraphs(doc.footer, rtl, { style: "Cell" }) : "";
  return `${HEAD}<w:ftr ${SPACES}>${note}${count}</w:ftr>`;
}

/** @param {string[][]} rows type, target, id */
function relations(rows) {
  const made = rows.map(([type, target, id]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join("");
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${made}</Relationships>`;
}

/** @param {Doc} doc @param {string} date ISO */
function properties(doc, date) {
  const spaces = `xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  const made = ["created", "modified"].map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`);
  return `${HEAD}<cp:coreProperties ${spaces}><dc:title>${escaped(doc.title)}</dc:title><dc:language>${TAGS[langOf(doc)]}</dc:language>${made.join("")}</cp:coreProperties>`;
}

/** @param {Doc} doc */
const settings = (doc) =>
  `${HEAD}<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:bidi="${langOf(doc) === "ar" ? "ar-SA" : "he-IL"}"/></w:settings>`;

/**
 * Every file of the package, by path.
 * @param {Doc} doc
 * @param {string} date ISO, to the second
 * @returns {Record<string, string | Uint8Array>}
 */
export function parts(doc, date) {
  const pictures = doc.blocks.filter(({ kind }) => kind === "picture");
  const type = (/** @type {string} */ name) => `${OFFICE}/relationships/${name}`;
  const leans = [...["styles", "numbering", "settings"].map((name) => [type(name), `${name}.xml`, `rId${name}`]), [type("footer"), "footer.xml", "rIdFooter"]];
  const images = pictures.map((_, n) => [type("image"), `media/picture${n + 1}.png`, `rIdPicture${n + 1}`]);
  const overrides = [["document", "document.main"], ["styles", "styles"], ["numbering", "numbering"], ["settings", "settings"], ["footer", "footer"]];
  const types = overrides.map(([file, kind]) => `<Override PartName="/word/${file}.xml" ContentType="${WORD}.${kind}+xml"/>`).join("");
  const core = `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`;
  const defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>';
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${types}${core}</Types>`,
    "_rels/.rels": relations([[type("officeDocument"), "word/document.xml", "rId1"], [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml", "rId2"]]),
    "word/_rels/document.xml.rels": relations([...leans, ...images]),
    "word/document.xml": `${HEAD}<w:document ${SPACES}><w:body>${body(doc)}</w:body></w:document>`,
    "word/styles.xml": styles(doc),
    "word/numbering.xml": numbering(doc),
    "word/settings.xml": settings(doc),
    "word/footer.xml": footer(doc),
    "docProps/core.xml": properties(doc, date),
    ...Object.fromEntries(pictures.map(({ png }, n) => [`word/media/picture${n + 1}.png`, png ?? new Uint8Array()])),
  };
}
