/** Kinds of file that may prove something. What the first bytes say decides; the name only has to agree. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'docx' | 'xlsx' | 'pptx' | 'ole';

/** Kinds that are recognised only to say why they are refused. */
export type RefusedKind = 'heic' | 'macro' | 'archive' | 'program' | 'webPage' | 'unknown';

export interface KindOfFile {
  readonly extensions: readonly string[];
  readonly label: string;
  readonly mime: string;
}

export const FILE_KINDS: Readonly<Record<FileKind, KindOfFile>> = {
  pdf: { extensions: ['pdf'], label: 'PDF 文件', mime: 'application/pdf' },
  jpeg: { extensions: ['jpg', 'jpeg'], label: 'JPG 图片', mime: 'image/jpeg' },
  png: { extensions: ['png'], label: 'PNG 图片', mime: 'image/png' },
  webp: { extensions: ['webp'], label: 'WebP 图片', mime: 'image/webp' },
  docx: {
    extensions: ['docx', 'wps'],
    label: 'Word 文档',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    extensions: ['xlsx', 'et'],
    label: 'Excel 表格',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    extensions: ['pptx', 'dps'],
    label: 'PPT 演示文稿',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  ole: {
    extensions: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'],
    label: 'Office 97—2003 或 WPS 文件',
    mime: 'application/octet-stream',
  },
};

export type Sniffed = { readonly kind: FileKind } | { readonly refused: RefusedKind };

/** How much of the beginning `sniff` wants to see. */
export const HEAD_BYTES = 1024;

/** What the first bytes say. A zip is answered as `'zip'`: its list of entries decides. */
export function sniff(head: Uint8Array): Sniffed | 'zip' {
  const text = latin1(head);
  if (text.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' };
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png' };
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return { kind: 'webp' };
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'ole' };
  if (text.startsWith('PK\x03\x04')) return 'zip';
  if (/^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avif)/su.test(text)) return { refused: 'heic' };
  if (text.startsWith('MZ') || text.startsWith('\x7fELF') || text.startsWith('#!')) return { refused: 'program' };
  if (/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|PK)/u.test(text)) return { refused: 'archive' };
  if (/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|svg|script|\?xml)/iu.test(text)) return { refused: 'webPage' };
  // Readers accept a PDF whose mark stands a little further down; scanners write such files.
  return text.includes('%PDF-') ? { kind: 'pdf' } : { refused: 'unknown' };
}

/** What the entries of a zip say: an Office document of 2007 or later, one with macros, or just an archive. */
export function kindOfZip(names: readonly string[]): Sniffed {
  const has = (name: string): boolean => names.includes(name);
  if (!has('[Content_Types].xml')) return { refused: 'archive' };
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name))) return { refused: 'macro' };
  if (has('word/document.xml')) return { kind: 'docx' };
  if (has('xl/workbook.xml')) return { kind: 'xlsx' };
  return has('ppt/presentation.xml') ? { kind: 'pptx' } : { refused: 'archive' };
}

const ACCEPTED = 'PDF、JPG、PNG、Word、Excel、PPT 或 WPS 文件';

const REFUSALS: Readonly<Record<RefusedKind, string>> = {
  heic: '是手机的 HEIC 照片，许多电脑打不开，请在手机上另存为 JPG 后再上传（苹果手机：设置—相机—格式—兼容性最佳）',
  macro: '带有宏，请另存为不带宏的 docx、xlsx 或 pptx 后再上传',
  archive: `是压缩包，请解压后逐个上传 ${ACCEPTED}`,
  program: `是程序，不能作佐证材料，请上传 ${ACCEPTED}`,
  webPage: `是网页或图形代码，请另存为 PDF 后再上传`,
  unknown: `不是可以识别的文件，请上传 ${ACCEPTED}`,
};

/** The sentence for a file whose content is not accepted. `name` is its original name. */
export function refusalMessage(name: string, refused: RefusedKind): string {
  return `文件“${name}”${REFUSALS[refused]}。`;
}

/** Null if the name's extension fits the content, else the sentence that says what to do. */
export function extensionProblem(name: string, extension: string, kind: FileKind): string | null {
  const { extensions, label } = FILE_KINDS[kind];
  if (extensions.includes(extension)) return null;
  const given = extension === '' ? '没有扩展名' : `扩展名是 .${extension}`;
  return `文件“${name}”${given}，内容却是${label}，请改为 ${extensions.map((known) => `.${known}`).join('、')} 或核对是否选错文件。`;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, HEAD_BYTES), (byte) => String.fromCharCode(byte)).join('');
}
