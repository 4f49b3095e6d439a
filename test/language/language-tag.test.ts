import { describe, expect, it } from 'vitest';
import {
  LANGUAGE_NAMES,
  LANGUAGE_TAGS,
  pickLanguage,
  readLanguageTag,
} from '../../src/language/language-tag.ts';

describe('the language a person gets (P12)', () => {
  it.each(LANGUAGE_TAGS)('%s is known by its tag, its locale and its own name', (tag) => {
    expect(readLanguageTag(tag)).toBe(tag);
    expect(readLanguageTag(`${tag.toUpperCase()}-XX`)).toBe(tag);
    expect(readLanguageTag(`${tag}_XX.UTF-8`)).toBe(tag);
    expect(readLanguageTag(` ${LANGUAGE_NAMES[tag]} `)).toBe(tag);
  });

  it('knows no other', () => {
    for (const text of ['', 'de', 'C', 'POSIX', 'bgx']) {
      expect(readLanguageTag(text)).toBeUndefined();
    }
  });

  it('is the one asked for, before the one of the desk, before the one of the system', () => {
    const env = { AMENDS_LANG: 'bg', LC_ALL: 'el_GR.UTF-8', LANG: 'th_TH.UTF-8' };
    expect(pickLanguage('bs', env)).toEqual({ language: 'bs' });
    expect(pickLanguage(undefined, env)).toEqual({ language: 'bg' });
    expect(pickLanguage(undefined, { ...env, AMENDS_LANG: '' })).toEqual({ language: 'el' });
    expect(pickLanguage(undefined, { LC_ALL: '', LANG: 'th_TH.UTF-8' })).toEqual({
      language: 'th',
    });
    expect(pickLanguage(undefined, { LANG: 'C.UTF-8' })).toEqual({ language: 'en' });
    expect(pickLanguage(undefined, {})).toEqual({ language: 'en' });
  });

  it('names what was asked for and is not spoken here', () => {
    expect(pickLanguage('de', {})).toEqual({ language: 'en', unknown: 'de' });
    expect(pickLanguage(undefined, { AMENDS_LANG: 'fr' })).toEqual({
      language: 'en',
      unknown: 'fr',
    });
    expect(pickLanguage(undefined, { LANG: 'fr_FR.UTF-8' })).toEqual({ language: 'en' });
  });
});
