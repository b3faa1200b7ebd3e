#!/usr/bin/env node
// The built command; a file of its own because a build leaves nothing executable in dist.
require('../dist/cli/index.js').run(process.argv.slice(2));
