const BLOCK = 512;

/** The files of an uncompressed tar archive (POSIX ustar), as `{ name, bytes }`. */
export function* filesOfTar(archive) {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    const size = parseInt(textOf(header, 124, 12), 8) || 0;
    const bytes = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (header[0] !== 0) yield { name: nameOf(header), bytes };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function nameOf(header) {
  const prefix = textOf(header, 345, 155);
  return prefix ? `${prefix}/${textOf(header, 0, 100)}` : textOf(header, 0, 100);
}

function textOf(header, from, length) {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}
