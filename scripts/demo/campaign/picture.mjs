import { deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [560, 220];
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [EIGHT_BITS, RGB] = [8, 2];

/** A sunrise over hills as a PNG, drawn here so that the demo needs no file of anybody's. */
export function drawPicture() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([EIGHT_BITS, RGB], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels())), chunk('IEND')];
  return Buffer.concat([SIGNATURE, ...parts]);
}

function pixels() {
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Array.from({ length: WIDTH }, (_, x) => colourAt(x, y));
    // Each row begins with its filter: none.
    return [0, ...row.flat()];
  });
  return Buffer.from(rows.flat());
}

function colourAt(x, y) {
  const hill = HEIGHT * 0.72 + Math.sin(x / 61) * 18 + Math.sin(x / 23) * 5;
  if (y > hill) return [44, 82 + Math.round((y - hill) / 2), 74];
  if (Math.hypot(x - WIDTH * 0.68, y - HEIGHT * 0.6) < 42) return [255, 226, 150];
  const light = y / HEIGHT;
  return [90 + Math.round(150 * light), 110 + Math.round(60 * light), 190 - Math.round(50 * light)];
}

/** PNG (RFC 2083) § 3.2: length, type, content, CRC over the last two. */
function chunk(type, content = Buffer.alloc(0)) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, check]);
}

// Node's own came with 20.15 only.
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
