import path from 'node:path';

import { IMPORT_TABLE } from './import-table.mjs';

const startsIn = (file, prefixes = []) =>
  prefixes.some((prefix) => (prefix.endsWith('/') ? file.startsWith(prefix) : file === prefix));

const inFamily = (name, families = []) =>
  families.some((family) =>
    family.endsWith('*')
      ? name.startsWith(family.slice(0, -1))
      : name === family || name.startsWith(`${family}/`),
  );

/** The file an import without its ending can mean. */
const candidates = (target) => [target, `${target}.ts`, `${target}.tsx`, `${target}/`];

/** A folder right below `below` is one neighbour, a file there is another. */
const neighbour = (file, below) =>
  file
    .slice(below.length)
    .split('/')[0]
    .replace(/\.tsx?$/, '');

function isNextOfKin(row, file, target) {
  const { below, exceptFor } = row.apart ?? {};
  if (!below || !`${target}/`.startsWith(below)) return false;
  if (exceptFor?.test(file)) return true;
  return neighbour(file, below) === neighbour(target, below);
}

/** Whether `file` may import `source`; both paths are relative to the root, with forward slashes. */
export function mayImport(file, source, typeOnly) {
  const row = IMPORT_TABLE.find(({ files }) => startsIn(file, files));
  if (!row) return true;
  if (!source.startsWith('.')) return inFamily(source, row.packages);

  const target = path.posix.join(path.posix.dirname(file), source);
  if (isNextOfKin(row, file, target)) return true;
  const allowed = [...(row.may ?? []), ...((typeOnly && row.types) || [])];
  return candidates(target).some((candidate) => startsIn(candidate, allowed));
}

const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  node.type === 'TSImportType' ||
  (node.specifiers?.length > 0 && node.specifiers.every(({ importKind }) => importKind === 'type'));

const literal = (node) => (typeof node?.value === 'string' ? node.value : undefined);

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Holds every import against the table of docs/architecture.md' },
    messages: { wrong: "'{{file}}' may not import '{{source}}'; see docs/architecture.md." },
    schema: [],
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (node, source) => {
      if (source === undefined || mayImport(file, source, isTypeOnly(node))) return;
      context.report({ node, messageId: 'wrong', data: { file, source } });
    };
    const bySource = (node) => check(node, literal(node.source));
    return {
      ImportDeclaration: bySource,
      ExportNamedDeclaration: bySource,
      ExportAllDeclaration: bySource,
      ImportExpression: bySource,
      TSImportType: (node) => check(node, literal(node.argument?.literal ?? node.source)),
      TSImportEqualsDeclaration: (node) => check(node, literal(node.moduleReference?.expression)),
      "CallExpression[callee.name='require']": (node) => check(node, literal(node.arguments[0])),
    };
  },
};
