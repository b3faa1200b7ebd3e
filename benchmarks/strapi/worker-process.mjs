/** The command as a site runs it; it ends with whoever has started it. */
import { createRequire } from 'node:module';

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
createRequire(import.meta.url)('../../dist/cli/index.js').run(['worker']);
