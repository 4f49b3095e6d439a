/** The languages this desk speaks, and which of them a person gets. */

/** BCP 47 tags, English first: it is what everything falls back to. */
export const LANGUAGE_TAGS = ['en', 'mn', 'bg', 'el', 'bs', 'th'] as const;

/** One of the languages that the program can be read in. */
export type LanguageTag = (typeof LANGUAGE_TAGS)[number];

/** What each language calls itself, for choosing one. */
export const LANGUAGE_NAMES: Readonly<Record<LanguageTag, string>> = {
  en: 'English',
  mn: 'Монгол',
  bg: 'Български',
  el: 'Ελληνικά',
  bs: 'Bosanski',
  th: 'ไทย',
};

/**
 * Reads a language as people and systems write it.
 * @param text a tag (`bg`, `bg-BG`), a POSIX locale (`bg_BG.UTF-8`) or the language's own name
 * @returns its tag, or undefined when it is none of ours
 */
export function readLanguageTag(text: string): LanguageTag | undefined {
  const written = text.trim().toLowerCase();
  return (
    tagOfLocale(written) ??
    LANGUAGE_TAGS.find((tag) => LANGUAGE_NAMES[tag].toLowerCase() === written)
  );
}

/**
 * A locale is never a language's own name. To look at the names would cost every start of the program
 * five milliseconds: changing the case of Cyrillic loads Unicode's tables.
 */
function tagOfLocale(locale: string): LanguageTag | undefined {
  const subtag = locale.toLowerCase().split(/[-_.@]/, 1)[0];
  return LANGUAGE_TAGS.find((tag) => tag === subtag);
}

/** The language to speak; `unknown` is what somebody asked for by name that is none of ours. */
export interface PickedLanguage {
  readonly language: LanguageTag;
  readonly unknown?: string;
}

/**
 * Picks a language: `--lang`, then `AMENDS_LANG`, then the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`,
 * in POSIX's order), then English. A locale we do not speak is passed over in silence, a language
 * that was asked for by flag or `AMENDS_LANG` is named in `unknown`.
 */
export function pickLanguage(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): PickedLanguage {
  const { AMENDS_LANG, LC_ALL, LC_MESSAGES, LANG } = env;
  const asked = flag ?? (AMENDS_LANG || undefined);
  if (asked !== undefined) {
    const language = readLanguageTag(asked);
    return language === undefined ? { language: 'en', unknown: asked } : { language };
  }
  return { language: tagOfLocale(LC_ALL || LC_MESSAGES || LANG || '') ?? 'en' };
}
