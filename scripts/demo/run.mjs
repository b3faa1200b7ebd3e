// `npm run demo`: the main job, end to end, to watch; `npm run demo -- --check`: to verify.
import { demo } from './demo.mjs';

process.exitCode = await demo({
  isCheck: process.argv.includes('--check'),
  database: process.env.COUNTERSIGN_DEMO_DATABASE || 'sqlite',
  // An app that was built already, instead of the playground.
  app: process.env.COUNTERSIGN_DEMO_APP,
});
