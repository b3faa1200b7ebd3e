import { runWorker } from './worker';

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = { worker: runWorker };

const USAGE = `strapi-plugin-countersign <command>, in the folder of your Strapi app

  worker   sends newsletters and serves nothing; ends at SIGTERM or SIGINT
`;

/** @param args what stands after the name of the program */
export async function run([name = '']: readonly string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new Error(USAGE);
    await command();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
