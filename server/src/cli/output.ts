/**
 * Standard output for the answer alone: whatever Strapi logs meanwhile goes to standard error.
 *
 * @returns writes one line; resolves when it has left the process
 */
export function takeOutput(): (line: string) => Promise<void> {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr);
  return (line) => new Promise((resolve) => void write(`${line}\n`, () => resolve()));
}
