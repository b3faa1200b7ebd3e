// `npm run test:gate -- --mutate [WORD]`: takes out one guard after the other, in a copy of the tree, and looks whether
// the tests that stand for it go red. With a word only guards whose name has it.
import { MUTANTS } from './mutants.mjs';
import { openScratch } from './scratch.mjs';
import { runTests } from './suite.mjs';

/** True: every guard was missed when it was gone. */
export async function mutate([word = '']) {
  const mutants = MUTANTS.filter(({ name }) => name.includes(word));
  const scratch = openScratch();
  try {
    if (!(await isGreen(scratch, mutants))) return false;
    const results = [];
    for (const mutant of mutants) results.push(await tryOne(scratch, mutant));
    return tell(results);
  } finally {
    scratch.close();
  }
}

/** What is red with every guard in place says nothing when one is gone. */
async function isGreen({ folder }, mutants) {
  const startedAt = Date.now();
  const tests = [...new Set(mutants.map((mutant) => mutant.tests))];
  const { failed, passed, isBroken, said } = await runTests(folder, { tests });
  const isGood = passed > 0 && failed.length === 0 && !isBroken;
  console.log(`with every guard: ${passed} passed, ${failed.length} failed (${since(startedAt)})`);
  if (!isGood) console.log([...failed, isBroken ? said : ''].join('\n'));
  return isGood;
}

async function tryOne(scratch, mutant) {
  const startedAt = Date.now();
  const { tests, only, file, find, replace } = mutant;
  const { failed, passed, isBroken } = await scratch.with(
    file,
    (text) => text.replace(find, () => replace),
    () => runTests(scratch.folder, { tests: [tests], only }),
  );
  // A tree that does not start is no proof: some test has to have passed.
  const verdict =
    isBroken || (passed === 0 && failed.length > 1)
      ? 'broken'
      : failed.length > 0
        ? 'red'
        : 'GREEN';
  console.log(`${verdict.padEnd(7)}${mutant.name} (${since(startedAt)})`);
  console.log(
    `       ${tests}: ${failed.length} of ${failed.length + passed}${failed[0] ? `, “${failed[0]}”` : ''}`,
  );
  return verdict;
}

function tell(verdicts) {
  const count = (verdict) => verdicts.filter((one) => one === verdict).length;
  const [red, survived, broken] = ['red', 'GREEN', 'broken'].map(count);
  console.log(
    `\n${verdicts.length} guards taken out: ${red} red, ${survived} unnoticed, ${broken} without an answer`,
  );
  return red === verdicts.length && red > 0;
}

const since = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;
