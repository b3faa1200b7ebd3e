// The sending thread as tests start it.
require('./typescript.cjs');
require('../../server/src/sender/index.ts');
