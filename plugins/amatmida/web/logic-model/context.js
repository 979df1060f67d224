/**
 * What a word means beside its neighbours, and unknown words by their place. What both languages share of
 * logic_model/context.py and shapes.py; a test holds them together.
 * @typedef {import("./reading.js").Token} Token
 * @typedef {import("./reading.js").Language} Language
 */
import { any, eachPair, has, MAIN, SEPARATORS } from "./reading.js";

const YEAR = /^(?:199\d|20[0-3]\d)$/;

/** Give each token the codes it has where it stands. @param {Token[]} tokens @param {Language} language */
export function inContext(tokens, language) {
  if (!tokens.length) return;
  const { marked } = language;
  language.pairs(tokens);
  adjuncts(tokens, marked);
  const [opens, next] = tokens;
  if (marked("we", opens.word) && next && (!next.codes || next.codes.includes("V"))) next.codes = "A";
  language.first(tokens);
  wider(tokens, marked);
  takingPart(tokens, marked);
  dailyLife(tokens, marked);
  betweenServices(tokens, marked);
  staffActs(tokens, marked);
  fewer(tokens, marked);
  guessVerbs(tokens, language);
  stepsInService(tokens, marked);
  grades(tokens, marked);
  started(tokens, marked);
  whichPeople(tokens, marked);
  objectsOfDeeds(tokens);
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function adjuncts(tokens, marked) {
  tokens.forEach((token, i) => {
    if (token.codes === "N") {
      const elsewhere = YEAR.test(token.word) || marked("place", tokens[i - 1]?.word ?? "") || /^[בל]/.test(token.word);
      if (elsewhere && !has(tokens[i + 1]?.codes ?? "", "UPRXT")) token.codes = "W";
    }
    if (!marked("after", token.word)) return;
    for (const t of tokens.slice(i + 1, i + 4)) {
      if (t.codes === "V" && t.word.endsWith("ing")) t.codes = "-";
      if (SEPARATORS.has(t.word) || has(t.codes, "PV")) return;
      if (has(t.codes, "TUAD")) t.codes = "-";
    }
  });
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function wider(tokens, marked) {
  if (!tokens.length || !marked("wider", tokens[0].word)) return;
  const what = tokens.slice(1, 4).find((t) => has(t.codes, "UASXLP"));
  if (what ? has(what.codes, "UASX") : !tokens.some((t) => has(t.codes, "PL") || marked("soft", t.word))) tokens[0].codes = "A";
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function takingPart(tokens, marked) {
  if (any(tokens, "NCR")) return;
  tokens.slice(0, -1).forEach((token, i) => {
    if (token.codes === "T" && marked("taking", token.word) && !any(tokens.slice(i + 1), "UAQX")) token.codes = "V";
  });
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function dailyLife(tokens, marked) {
  tokens.forEach((token, at) => {
    if (!marked("have", token.word)) return;
    const after = tokens.slice(at + 1, at + 5);
    const thing = after.findIndex((t) => has(t.codes, MAIN));
    const given = thing >= 0 && after.slice(thing, thing + 2).some((t) => t.codes.includes("U") && !t.word.startsWith("meet"));
    if (given || after.some((t) => t.word.startsWith("תוכני"))) token.codes = "T";
    else if (token.word === "יש" && any(tokens.slice(0, at), "P")) token.codes = "V";
  });
  const named = tokens.filter((t) => t.codes !== "-");
  eachPair(named, (before, token) => {
    const begins = token.codes.includes("V") && token.word.startsWith("ל");
    if (before.codes.includes("T") && (token.codes.includes("L") || begins)) before.codes = "V";
  });
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function betweenServices(tokens, marked) {
  const at = tokens.findIndex((t) => marked("between", t.word));
  if (at < 0 || any(tokens, "P") || !any(tokens.slice(at + 1, at + 4), "SQAX")) return;
  for (const token of tokens) if (has(token.codes, "LV")) token.codes = token.codes.includes("L") ? "Q" : "-";
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function staffActs(tokens, marked) {
  const [first, second] = tokens;
  let staff = first.codes === "Q" && !!second?.codes.includes("A") && /^[ימת](?!ו)|[a-z]s$/.test(second.word);
  if (staff) first.codes = "S";
  for (const token of tokens) {
    if (token.codes.includes("P") || marked("relative", token.word)) return;
    if (staff && token.codes.includes("V") && !marked("feels", token.word)) {
      token.codes = "A";
      return;
    }
    staff ||= token.codes.includes("S");
  }
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function fewer(tokens, marked) {
  const [first, second] = tokens;
  if (!second || !marked("fewer", first.word)) return;
  if (!second.codes.includes("P")) {
    if (!has(second.codes, "LUQXSFW") || any(tokens.slice(2), "P")) second.codes = "L";
    return;
  }
  first.codes = "HL";
  for (const token of tokens.slice(2)) if (has(token.codes, "TDU")) token.codes = "V";
}

/** @param {Token[]} tokens @param {Language} language */
function guessVerbs(tokens, { marked, participle, verb }) {
  const counted = any(tokens, "NCR");
  const free = any(tokens, "R") || !any(tokens, "NC");
  let people = "";
  let acted = false;
  let opens = false;
  tokens.forEach((token, i) => {
    if (/^O?$/.test(token.codes)) {
      if (people && !(token.word < "א" && has(tokens[i + 1]?.codes ?? "", "UX")))
        token.codes += /^(?:יותר|פחות)$/.test(tokens[i + 1]?.word) ? "V" : verb(people, token.word, counted, free);
      else if (acted && free && participle(tokens, i, opens)) token.codes = "V";
    }
    if (people && token.word === "חיים") token.codes = "V";
    acted ||= token.codes.includes("V") && people !== "";
    opens = token.word === ",";
    people = peopleNow(people, token, marked);
  });
}

/** @param {string} people @param {Token} token @param {Language["marked"]} marked */
function peopleNow(people, token, marked) {
  if (token.codes.includes("P") && !token.word.startsWith("the")) return token.word;
  if (people && marked("relative", token.word)) return "who";
  const ofThem = people.endsWith("י") && token.word.startsWith("ה") && !token.codes.includes("V");
  return ofThem || marked("skip", token.word) ? people : "";
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function stepsInService(tokens, marked) {
  const step = any(tokens, "NC") ? "T" : "-";
  tokens.forEach((token, i) => {
    const after = tokens.slice(i + 1, i + 6);
    const shared = step === "T" && /^(?:with|עם)$/.test(after[0]?.word) && any(after.slice(1, 3), "S");
    if (token.codes.includes("V") && (shared || isStep(token.word, after, marked))) token.codes = step;
  });
}

/** @param {string} verb @param {Token[]} after @param {Language["marked"]} marked */
function isStep(verb, after, marked) {
  const thing = (/** @type {string} */ letters) => after.find((t) => has(t.codes, letters))?.codes ?? "";
  if (marked("stays", verb)) return has(thing("SUAQXLPW"), "SUAQ");
  if (!marked("sets", verb)) return marked("decides", verb) && any(after, "S");
  return after.some((t) => marked("aims", t.word)) || has(thing("SUXLP"), "SU");
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function grades(tokens, marked) {
  if (any(tokens, "N") && any(tokens, "UQS")) for (const t of tokens) if (marked("score", t.word)) t.codes = "F";
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function started(tokens, marked) {
  const told = (/** @type {number} */ i) => tokens[i].word.startsWith("ש") || (i && marked("relative", tokens[i - 1].word));
  const staff = any(tokens, "S") && !any(tokens, "P");
  const acts = tokens.findLastIndex((t) => t.codes.includes("V"));
  const lives = acts < 0 && staff ? tokens.length : acts;
  for (let i = 0; i < lives; i++)
    if (tokens[i].codes.includes("T") && told(i)) for (const t of tokens.slice(i, lives)) if (has(t.codes, staff ? "TUA" : "TU")) t.codes = "-";
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function whichPeople(tokens, marked) {
  const main = tokens.find((t) => has(t.codes, MAIN));
  if (!main || !has(main.codes, "AU")) return;
  eachPair(tokens, (before, token) => {
    if (token.codes.includes("V") && (marked("relative", before.word) || /^ש|ing$/.test(token.word))) token.codes = "-";
    if (token.codes === "LV") token.codes = "L";
  });
}

/** @param {Token[]} tokens */
function objectsOfDeeds(tokens) {
  const own = !any(tokens, "TFD");
  let people = false;
  let acted = false;
  for (const token of tokens) {
    if (acted && (token.codes === "N" || (own && token.codes === "U"))) token.codes = "W";
    acted ||= people && token.codes.includes("V");
    people ||= token.codes.includes("P");
  }
}
