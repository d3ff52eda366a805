import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';

/** The text of a file, or the Chinese sentence that says why there is none. */
export type TextFile = { readonly text: string } | { readonly fault: string };

/** Reads a file that people write by hand. Nothing is thrown: what an editor spoils is answered in words. */
export function readTextFile(path: string): TextFile {
  if (!existsSync(path)) return { fault: '没有这个文件，请补上' };
  try {
    const bytes = readFileSync(path);
    // Windows programs save Chinese text as GBK or UTF-16 unless they are told otherwise.
    return isUtf8(bytes)
      ? { text: bytes.toString('utf8') }
      : { fault: '文件不是 UTF-8 编码，请在编辑软件里另存为 UTF-8' };
  } catch {
    return { fault: '这个文件读不出来：请检查它是不是文件、有没有读取权限' };
  }
}
