/** Larger than any real reply; it only stops a peer that never completes one. */
const MOST_CHARACTERS = 1024 * 1024;

const IS_PARTIAL = /^\d+-/;
/** A refusal counts without the end of its line; a fragment such as `55`, or a 250, does not. */
const REFUSAL = /^[45]\d{2}[ -]/;

/** A relay's replies, cut out of what comes in: all lines of one, joined by `\n`. */
export class ReplyReader {
  private rest = '';
  private lines: string[] = [];

  /** The replies this completes; null if the relay never comes to an end. */
  take(chunk: Buffer): string[] | null {
    const [...lines] = (this.rest + chunk.toString('latin1')).split(/\r?\n/);
    this.rest = lines.pop() ?? '';
    const replies: string[] = [];
    for (const line of lines) {
      if (line.trim() === '') continue;
      this.lines.push(line);
      if (!IS_PARTIAL.test(line)) replies.push(decode(this.lines.splice(0).join('\n')));
    }
    const kept = this.lines.reduce((sum, { length }) => sum + length, this.rest.length);
    return kept > MOST_CHARACTERS ? null : replies;
  }

  /** What a relay that hung up said last, if that was a refusal. */
  lastWords(): string | null {
    const words = this.rest.trim();
    return REFUSAL.test(words) ? decode(words) : null;
  }
}

const BEYOND_ASCII = /[\u0080-\u00ff]/;

/** UTF-8 where it is, else byte by byte. */
function decode(reply: string): string {
  if (!BEYOND_ASCII.test(reply)) return reply;
  const utf8 = Buffer.from(reply, 'latin1').toString('utf8');
  return utf8.includes('\uFFFD') ? reply : utf8;
}
