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
  language.first(tokens);
  wider(tokens, marked);
  takingPart(tokens, marked);
  dailyLife(tokens, marked);
  betweenServices(tokens, marked);
  staffActs(tokens, marked);
  fewer(tokens, marked);
  guessVerbs(tokens, language);
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
      if (SEPARATORS.has(t.word) || has(t.codes, "PV")) return;
      if (has(t.codes, "TUAD")) t.codes = "-";
    }
  });
}

/** @param {Token[]} tokens @param {Language["marked"]} marked */
function wider(tokens, marked) {
  if (!tokens.length || !marked("wider", tokens[0].word)) return;
  const what = tokens.slice(1, 4).find((t) => has(t.codes, "UASXLP"));
  if (what && has(what.codes, "UASX")) tokens[0].codes = "A";
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
    const given = tokens.slice(at + 1, at + 5).some((t) => (t.codes.includes("U") && !t.word.startsWith("meet")) || t.word.startsWith("תוכני"));
    if (given && marked("have", token.word)) token.codes = "T";
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
  for (const token of tokens) if (token.codes.includes("L")) token.codes = "Q";
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
  second.codes ||= "L";
  if (!second.codes.includes("P")) return;
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
      else if (acted && free && (opens || token.joined) && participle(token.word)) token.codes = "V";
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
  return marked("skip", token.word) ? people : "";
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
