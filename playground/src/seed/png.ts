import { crc32, deflateSync } from 'node:zlib';

import type { Rgb } from './articles';

interface Gradient {
  readonly width: number;
  readonly height: number;
  readonly left: Rgb;
  readonly right: Rgb;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BIT_RGB = [8, 2, 0, 0, 0];

/** A PNG that fades from one colour to another, so that no picture has to be kept in the repository. */
export function gradientPng(gradient: Gradient): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(gradient.width, 0);
  size.writeUInt32BE(gradient.height, 4);
  const row = pixelRow(gradient);
  const pixels = Buffer.concat(Array.from({ length: gradient.height }, () => row));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Buffer.from(EIGHT_BIT_RGB)])),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A row begins with its filter; 0 is none. */
function pixelRow({ width, left, right }: Gradient): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x += 1) {
    row.set(mix(left, right, x / (width - 1)), 1 + x * 3);
  }
  return row;
}

const mix = (from: Rgb, to: Rgb, part: number): number[] =>
  from.map((value, channel) => Math.round(value + ((to[channel] ?? value) - value) * part));

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'ascii'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
}
