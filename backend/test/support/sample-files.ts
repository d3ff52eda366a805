/** Small files that are what they say, for uploads. */

export const pdfBytes = (text = 'minutes'): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`, 'latin1');
export const jpegBytes = (): Buffer => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const pngBytes = (): Buffer => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
export const oleBytes = (): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
export const heicBytes = (): Buffer =>
  Buffer.concat([Buffer.from('00000024', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(32)]);
export const exeBytes = (): Buffer => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

export const docxBytes = (): Buffer => zipBytes(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
export const xlsxBytes = (): Buffer => zipBytes(['[Content_Types].xml', 'xl/workbook.xml']);

/** A zip of empty entries with these names. */
export function zipBytes(names: readonly string[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of names.map((text) => Buffer.from(text))) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name);
    entries.push(entry, name);
    offset += 30 + name.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
