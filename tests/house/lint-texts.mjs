// Lints texts as if they were files; JSON in on stdin, JSON out. A process of its own,
// because ESLint imports its configuration and Jest's sandbox has no import().
import path from 'node:path';
import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';

const root = path.resolve(import.meta.dirname, '../..');

// Planted files do not exist, so the rules that ask the type checker are left out here.
const eslint = new ESLint({
  cwd: root,
  ignore: false,
  overrideConfig: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/await-thenable': 'off',
    },
  },
});

const answers = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  answers.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(answers));
