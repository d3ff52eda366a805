import { open } from 'node:fs/promises';
import { HEAD_BYTES, kindOfZip, type Sniffed, sniff } from './file-kind.js';
import { zipEntries } from './zip-entries.js';

/** What a file on the disk is, by its content. `'cutOff'`: a zip without its end. */
export async function inspectFile(path: string, size: number): Promise<Sniffed | 'cutOff'> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    await file.read(head, 0, head.length, 0);
    const kind = sniff(head);
    if (kind !== 'zip') return kind;
    const names = await zipEntries(file, size);
    return names === null ? 'cutOff' : kindOfZip(names);
  } finally {
    await file.close();
  }
}
