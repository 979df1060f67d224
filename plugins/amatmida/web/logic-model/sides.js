/**
 * What an indicator's words tell beside what they count: who finished, gaps, harm. The same as logic_model/sides.py.
 */
import { LANGUAGES, parsedWords, phraseAt, script } from "./reading.js";
import { SIDES } from "./rule-sides.js";

/** What stands in an indicator's text beside what it counts. @param {"leaver" | "joined" | "equity" | "balancing"} category @param {string} lang */
function tableOf(category, lang) {
  /** @type {Map<string, [string[], string][]>} */
  const phrases = new Map();
  for (const phrase of SIDES[/** @type {"he" | "en"} */ (lang)][category].split(",")) {
    const [first, ...rest] = phrase.split(" ");
    phrases.set(first, [...(phrases.get(first) ?? []), [rest, ""]]);
  }
  return { phrases };
}

/** @type {Map<string, ReturnType<typeof tableOf>>} */
const tables = new Map();

/** The words of a category in the text, or "". @param {string} text @param {"leaver" | "joined" | "equity" | "balancing"} category */
export function side(text, category) {
  const lang = script(text);
  if (!LANGUAGES[lang]) return "";
  const table = tables.get(category + lang) ?? tableOf(category, lang);
  tables.set(category + lang, table);
  const { words, parsed } = parsedWords(text);
  const found = parsed.map((_, at) => words.slice(at, at + phraseAt(parsed, at, table)[0]).join(" "));
  return found.filter((phrase) => phrase).join(" ");
}
