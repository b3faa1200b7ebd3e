import { auditVerify } from './audit-verify';
import type { Command } from './command';
import { languageOf } from './language';
import { worker } from './worker';
import { USAGE } from './words';

const COMMANDS: Readonly<Record<string, Command>> = { worker, 'audit verify': auditVerify };

/** Not understood, so nothing was begun and nothing looked at. */
const MISUSED = 2;

/** @param args what stands after the name of the program */
export async function run(args: readonly string[]): Promise<void> {
  const usage = USAGE[languageOf(process.env)];
  const options = args.filter((arg) => arg.startsWith('-'));
  const name = args.filter((arg) => !options.includes(arg)).join(' ');
  if (options.includes('--help') || name === 'help') return void process.stdout.write(usage);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || !options.every((option) => command.options.includes(option))) {
    process.stderr.write(usage);
    process.exit(MISUSED);
  }
  const code = await ending(command, options);
  if (code !== null) process.exit(code);
}

async function ending(command: Command, options: readonly string[]): Promise<number | null> {
  try {
    return await command.run(options);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return command.failed;
  }
}
