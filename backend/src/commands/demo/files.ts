import { crc32, deflateSync } from 'node:zlib';

/** What stands in a generated file: no ink, only its kind. */
interface DemoFile {
  readonly name: string;
  readonly kind: 'pdf' | 'png';
  /** For a PDF one line in ASCII; for a picture its colour. */
  readonly text: string;
  readonly colour: readonly [number, number, number];
}

const pdf = (name: string, text: string): DemoFile => ({ name, kind: 'pdf', text, colour: [0, 0, 0] });
const png = (name: string, ...colour: [number, number, number]): DemoFile => ({ name, kind: 'png', text: '', colour });

/** One file for each evidence type, shared by all records that need it. */
export const DEMO_FILES: Readonly<Record<string, DemoFile>> = {
  doc: pdf('演示-正式文件.pdf', 'official document'),
  minutes: pdf('演示-会议纪要.pdf', 'minutes of a meeting'),
  signin: pdf('演示-签到表.pdf', 'sign-in sheet'),
  photo: png('演示-现场照片.png', 132, 168, 196),
  ledger: pdf('演示-工作台账.pdf', 'ledger without names'),
  stat: pdf('演示-统计报表.pdf', 'statistical return'),
  voucher: pdf('演示-拨付凭证.pdf', 'payment voucher'),
  contract: pdf('演示-协议.pdf', 'agreement'),
  cert: pdf('演示-证书发放登记表.pdf', 'register of certificates'),
  appoint: pdf('演示-聘任文件.pdf', 'letter of appointment'),
  police: pdf('演示-接处警编号清单.pdf', 'list of dispatch numbers'),
  receipt: pdf('演示-送达回证.pdf', 'receipt'),
  screenshot: png('演示-系统统计截图.png', 206, 214, 222),
  media: png('演示-播出证明.png', 204, 186, 140),
  report: pdf('演示-工作报告.pdf', 'report'),
  zero: pdf('演示-零报告.pdf', 'zero report'),
  site: pdf('演示-场地证明.pdf', 'proof of premises'),
  notice: pdf('演示-通知方案.pdf', 'notice'),
  official_stat: pdf('演示-统计公报.pdf', 'published statistics'),
};

/** The bytes of the file of an evidence type with its name; null for an unknown type. */
export function demoFile(evidenceType: string): { readonly name: string; readonly bytes: Buffer } | null {
  const file = DEMO_FILES[evidenceType];
  if (file === undefined) return null;
  return { name: file.name, bytes: file.kind === 'pdf' ? pdfBytes(file.text) : pngBytes(file.colour) };
}

/** A page of A4 with one line that says that it is invented. */
function pdfBytes(text: string): Buffer {
  const drawing = `BT /F1 20 Tf 60 760 Td (DEMO - ${text} - invented, proves nothing) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}${table}${trailer}`, 'latin1');
}

/** A picture of 160 × 120 points in one colour that grows darker downwards. */
function pngBytes([red, green, blue]: readonly [number, number, number]): Buffer {
  const [width, height] = [160, 120];
  const rows = Array.from({ length: height }, (_, y) => {
    const shade = 1 - y / height / 3;
    const point = [red, green, blue].map((part) => Math.round(part * shade));
    return [0, ...Array.from({ length: width }, () => point).flat()];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
