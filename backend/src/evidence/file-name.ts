const LONGEST_NAME = 200;
/** Control characters, marks that turn the direction of writing (they disguise `cod.exe` as `exe.doc`) and halves of a pair. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;

/** A file's original name as it is kept: without folders, invisible characters and signs that no system allows; 200 characters at most. */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const name = last
    .replace(UNSAFE, '')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const extension = extensionOf(name);
  const letters = Array.from(name);
  if (letters.length <= LONGEST_NAME) return name;
  const tail = extension === '' ? '' : `.${extension}`;
  return letters.slice(0, LONGEST_NAME - tail.length).join('') + tail;
}

/** Extension in lower case without the dot; empty if there is none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** RFC 6266: an ASCII name for old programs, the real one in UTF-8 for all others. */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
