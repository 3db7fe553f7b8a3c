/** Characters XML 1.0 cannot hold, and line breaks, which would end a paragraph half way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNPRINTABLE = /[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]+/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text as a document may hold it: NFC (TCVN 6909:2001), no control characters, no lone surrogates.
 * Spaces are kept, since blanks on paper have a width.
 */
export function cleanText(text: string): string {
  return text.replace(UNPRINTABLE, " ").replace(LONE_SURROGATE, "").normalize("NFC");
}
