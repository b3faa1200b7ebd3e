/**
 * Each guard of the gate, taken out by one change of one place, and the smallest tests that must notice.
 *
 * `find` stands in `file` exactly once; `tests` is a path for Jest, `only` the name of tests in it.
 */
const SERVER = 'server/src/';
const guard = (name, file, [find, replace], tests, only) => ({
  ...{ name, file: SERVER + file, find, replace, tests },
  ...(only ? { only } : {}),
});
const gone = (text) => [text, ''];

const REVIEW = 'tests/domain/reviews/may-countersign.test.ts';
const MAY = 'domain/reviews/may-countersign.ts';
const gate = (name, what) => guard(what, MAY, gone(`\n  ${name},`), REVIEW);

const COUNTERSIGNING = [
  gate('noHandInIt', 'nobody approves what they had a hand in'),
  gate('inPerson', 'no token approves'),
  gate('active', 'no switched-off account approves'),
  gate('permitted', 'nobody approves without the right'),
  gate('quietAccount', 'no account approves that a hand has touched'),
  gate('fillsSeat', 'nobody takes the last place from a role that must sign'),
  gate('inTime', 'nobody approves after the review has ended'),
  gate('unchanged', 'nobody approves what is not what was submitted'),
  gate('stillWaits', 'nobody approves what does not wait for it'),
];

const VERIFY = 'domain/editions/verify.ts';
const START = 'tests/flows/start-sending.test.ts';
const BATCH = 'tests/flows/deliver-batch.test.ts';

const SENDING = [
  guard(
    'the content must have its fingerprint',
    VERIFY,
    gone(
      "  if (fingerprintOf(edition.content) !== edition.fingerprint) return refuse('fingerprint');\n",
    ),
    'tests/domain/editions/verify.test.ts',
  ),
  guard(
    'a countersignature must have our seal',
    VERIFY,
    ['check.verify(sealedText(signed), seal) ? signed : null', 'signed'],
    'tests/domain/editions/verify.test.ts',
  ),
  guard(
    'one no outweighs every yes',
    VERIFY,
    gone("  if (decisions.some(({ kind }) => kind === 'send-back')) return refuse('seal');\n"),
    'tests/domain/editions/verify.test.ts',
  ),
  guard(
    'every role that must sign is under a seal',
    VERIFY,
    gone(
      "  if (seatsLeft(check.fromEachOf, [...signatures.values()]).missing > 0) return refuse('seal');\n",
    ),
    'tests/domain/editions/verify.test.ts',
  ),
  guard(
    'who signed for a role must still have it at the start',
    'flows/start-sending/check.ts',
    gone("  if (seatsLeft(seals.fromEachOf, signatures).missing > 0) return refuse('roles');\n"),
    'tests/flows/start-by-roles.test.ts',
  ),
  guard(
    'the start asks for countersignatures',
    'flows/start-sending/check.ts',
    [
      'if (!signed.ok) return signed;',
      'if (!signed.ok) return ok({ approvers: [], window: { notBefore: 0, notAfter: 9e15 }, readersShown: 1 });',
    ],
    START,
  ),
  guard(
    'every batch asks for countersignatures',
    'flows/deliver-batch/load-edition.ts',
    ['if (!signed.ok) {', 'if (signed === null) {'],
    BATCH,
  ),
  guard(
    'what is late is held',
    'flows/start-sending/check.ts',
    gone("  if (place !== 'inside') return refuse(place);\n"),
    START,
  ),
  guard(
    'the approver must still be one at the start',
    'flows/start-sending/check.ts',
    ['const isStill = still.length === approvers.length &&', 'const isStill ='],
    START,
  ),
  guard(
    "the site's own rule is asked when somebody approves",
    'flows/review-edition/approve.ts',
    gone('  if (objection) return turnAway(deps, asked, [objection]);\n'),
    'tests/flows/approve-edition.test.ts',
  ),
  guard(
    "the site's own rule is asked at the start",
    'flows/start-sending/check.ts',
    [
      "if (await deps.rule.objection(edition, approver)) return refuse('rule');",
      'if (!approver) break;',
    ],
    START,
  ),
  guard(
    "the approver's account must still be quiet at the start",
    'flows/start-sending/check.ts',
    ['&& (await areQuiet(deps, edition, approvers))', ''],
    'tests/strapi/accounts.test.ts',
  ),
  guard(
    'another audience than was approved is held',
    'flows/start-sending/begin.ts',
    ['if (hasDrifted(', 'if (readers < 0 && hasDrifted('],
    START,
  ),
  guard(
    'nothing starts while everything is stopped',
    'flows/start-sending.ts',
    gone("  if (await isStopped(deps)) return refuse('stopped-everything');\n"),
    START,
  ),
  guard(
    'a suppressed reader is skipped',
    'domain/delivery/obstacle.ts',
    gone('  if (reader.suppressed) return BECAUSE[reader.suppressed];\n'),
    BATCH,
  ),
  guard(
    'a restored database is held',
    'flows/hold-restored.ts',
    gone('  await holdAll(deps);\n'),
    'tests/flows/hold-restored.test.ts',
  ),
];

const PARTS = 'tests/flows/part-hands.test.ts';
const REPLACED = 'tests/flows/replaced-pictures.test.ts';
const PICTURES = 'tests/strapi/pictures.test.ts';

const CHANGES = [
  guard(
    'a change voids the review',
    'flows/notice-change.ts',
    gone('        if (noticed) await voidOpen(deps, noticed, by);\n'),
    'tests/flows/notice-change.test.ts',
  ),
  guard(
    'a change by a statement on the database is looked for at the start',
    'wiring.ts',
    gone('          await watch.settleAll();\n'),
    'tests/gate/statements.test.ts',
  ),
  guard(
    'hands are kept with every write',
    'strapi/index.ts',
    gone('watchHands(strapi), '),
    'tests/strapi/hands.test.ts',
  ),
  guard(
    'a copy inherits the hands',
    'strapi/guard/doors.ts',
    ["if (action.action !== 'clone') return next();", 'if (action) return next();'],
    'tests/strapi/hands.test.ts',
  ),
  guard(
    'who changes a segment has a hand in what goes to it',
    'flows/keep-segments.ts',
    gone('      await noteHand(deps, by, [segmentPart(before)], segment);\n'),
    PARTS,
  ),
  guard(
    'who changes the sender or the identity has a hand in what is sent with it',
    'flows/change-settings.ts',
    gone('      await deps.hands.changed(changed, by.person, at);\n'),
    PARTS,
  ),
  guard(
    'who replaces a picture has a hand in what shows it, also where Strapi fails at it half-way',
    'strapi/guard/pictures.ts',
    gone('      await tellOf(strapi, { id });\n'),
    PICTURES,
  ),
  guard(
    'so has who writes another picture into the row of one',
    'strapi/guard/pictures.ts',
    gone(
      '    if (OF_THE_BYTES.some((fact) => fact in objectOf(data))) await tellOf(strapi, where, data);\n',
    ),
    PICTURES,
  ),
  guard(
    'an edition holds its pictures as its parts',
    'domain/editions/parts.ts',
    gone('  ...[...pictures].map(([url, hash]) => ({ name: pictureName(url), value: hash })),\n'),
    REPLACED,
  ),
  guard(
    'a picture is nothing of the setting up of a site',
    'domain/editions/parts.ts',
    ['[SEGMENT_PART, PICTURE_PART]', '[SEGMENT_PART]'],
    REPLACED,
  ),
  guard(
    'an edition keeps which parts it holds',
    'flows/submit-campaign/submit.ts',
    gone('  await deps.hands.freeze(edition.id, partsOf(edition.content, around.sender, kept));\n'),
    PARTS,
  ),
  guard(
    'a hand through a part ends only with what has gone out',
    'adapters/store/hands/parts.ts',
    gone("    .whereNotNull('e.started_at')\n"),
    PARTS,
  ),
  guard(
    'a hand through a part ends only with the very same value',
    'adapters/store/hands/parts.ts',
    [' and q.value = p.value', ''],
    PARTS,
  ),
  guard(
    'changes of accounts are kept',
    'strapi/index.ts',
    gone('watchAccounts(strapi), '),
    'tests/strapi/accounts.test.ts',
  ),
];

const DOORS = [
  guard(
    'our routes are for the admin',
    'strapi/policies/index.ts',
    ['if (callerOf(ctx.state)) return true;', 'if (ctx) return true;'],
    'tests/strapi/policies.test.ts',
  ),
  guard(
    'our routes ask for the right',
    'strapi/policies/index.ts',
    ['&& (anyOf.length === 0 || anyOf.some(held(ctx)))', ''],
    'tests/strapi/doors.test.ts',
  ),
  guard(
    'a segment narrows what is frozen',
    'adapters/store/freezes/stage-readers.ts',
    gone('  if (staging.inSegments) narrow(db, readers, staging.inSegments);\n'),
    'tests/contracts/segment-audience.test.ts',
  ),
  guard(
    'a rule does not count a few',
    'domain/audience/about.ts',
    ['count < FEWEST_SHOWN ? null : ', ''],
    'tests/strapi/segments.test.ts',
  ),
  guard(
    "nobody takes another's comment back",
    'flows/comment-edition.ts',
    gone("      if (comment.person !== by.person) return refuse('not-yours');\n"),
    'tests/flows/comment-edition.test.ts',
  ),
  guard(
    'whoever does not see a campaign has nothing to say about it',
    'strapi/controllers/comments.ts',
    ["if (!maySee) throw new Refused('not-permitted');", 'if (maySee) return;'],
    'tests/strapi/comments.test.ts',
  ),
  guard(
    'nobody copies a list address by address',
    'flows/read-people/look.ts',
    gone('  if ((await looksOf(deps, by)) >= LOOKS_AN_HOUR) return false;\n'),
    'tests/contracts/looking.test.ts',
  ),
  guard(
    'nor by asking for many at once',
    'flows/read-people/look.ts',
    ['return (await looksOf(deps, by)) <= LOOKS_AN_HOUR;', 'return true;'],
    'tests/contracts/looking.test.ts',
  ),
  guard(
    'exports are off by default',
    'config/defaults.ts',
    ["exports: 'off'", "exports: 'on'"],
    'tests/domain/config/read-config.test.ts',
  ),
  guard(
    'what is off is refused',
    'flows/export-subscribers.ts',
    ["if (!deps.isOn) return refuse('exports-off');\n      const found", 'const found'],
    'tests/contracts/export-subscribers.test.ts',
  ),
  guard(
    'nobody allows their own export',
    'domain/subscribers/list-export.ts',
    gone("  if (asked.askedBy === by.person) return 'own-export';\n"),
    'tests/contracts/export-subscribers.test.ts',
  ),
  guard(
    'no account allows an export that whoever asked has touched',
    'flows/export-subscribers/answer.ts',
    gone("  if (await isTouched(deps, asked, by)) return refuse('account-not-quiet');\n"),
    'tests/contracts/export-subscribers.test.ts',
  ),
  guard(
    'nobody allows their own import of suppressions',
    'domain/subscribers/suppression-import.ts',
    gone("  if (one.askedBy === by.person) return 'own-import';\n"),
    'tests/contracts/import-suppressions.test.ts',
  ),
  guard(
    'no account allows an import that whoever asked has touched',
    'flows/import-suppressions/answer.ts',
    gone("  if (await isTouched(deps, asked, by)) return refuse('account-not-quiet');\n"),
    'tests/contracts/import-suppressions.test.ts',
  ),
  guard(
    'whoever downloads must still hold the right',
    'flows/export-subscribers/download.ts',
    gone("  if (!(await deps.exporters.may(by.person, listId))) return refuse('not-permitted');\n"),
    'tests/contracts/export-subscribers.test.ts',
  ),
  guard(
    'whoever allowed an export must still hold the right at the download',
    'flows/export-subscribers/download.ts',
    gone(
      "  if (!(await deps.exporters.may(decidedBy ?? '', listId))) return refuse('allower-gone');\n",
    ),
    'tests/contracts/export-subscribers.test.ts',
  ),
  guard(
    'the time of an export ends',
    'domain/subscribers/list-export.ts',
    ["isOpen && until <= now ? 'expired' : state", 'isOpen && until === now ? state : state'],
    'tests/contracts/export-subscribers.test.ts',
  ),
  guard(
    'no cell of an export is a formula',
    'domain/subscribers/csv.ts',
    [`text.replace(BEGINS_A_FORMULA, "$1'")`, 'text'],
    'tests/domain/subscribers/csv.test.ts',
  ),
  guard(
    "a role's conditions are held against the campaign",
    'strapi/rights.ts',
    ['entries === undefined || mayOn(ability, actionOf(permission), entries)', 'ability !== null'],
    'tests/gate/conditions.test.ts',
  ),
  guard(
    'lists leave out what a condition hides',
    'strapi/controllers/visible.ts',
    ['if (seen.has(row)) rows.push(row);', 'if (seen) rows.push(row);'],
    'tests/gate/conditions.test.ts',
  ),
  guard(
    "a role's conditions are held against the reader",
    'strapi/rights.ts',
    [
      "if (about === 'some-of-them') return;",
      "if (about !== 'campaign' && about !== 'edition') return;",
    ],
    'tests/gate/list-conditions.test.ts',
  ),
  guard(
    'a condition about campaigns says nothing of readers',
    'strapi/conditions.ts',
    ['$exists: true, ', ''],
    'tests/gate/list-conditions.test.ts',
  ),
  guard(
    'what a condition leaves no right to is not written in the Content Manager',
    'strapi/guard/doors.ts',
    [
      'return (await permittedAmong(strapi, ctx, asked)).has(campaign);',
      'return campaign !== asked.permission;',
    ],
    'tests/gate/conditions.test.ts',
  ),
  guard(
    "an approver's conditions hold at the start",
    'adapters/host/colleagues.ts',
    [
      "return mayOn(ability, actionOf('campaign.approve'), campaign);",
      'return ability !== campaign;',
    ],
    'tests/gate/conditions.test.ts',
  ),
  guard(
    'our routes ask the allow-list',
    'strapi/policies/index.ts',
    [
      'if (await entranceOf(strapi).access.check(askingOf(ctx), scope)) return true;',
      'if (scope) return true;',
    ],
    'tests/strapi/allow-list.test.ts',
  ),
  guard(
    "Strapi's routes ask the allow-list about campaigns",
    'strapi/index.ts',
    gone('  guardOtherRoutes(strapi);\n'),
    'tests/strapi/allow-list-entries.test.ts',
  ),
  guard(
    'no other way reads campaigns past the allow-list',
    'strapi/guard/doors.ts',
    ['(await isInside(strapi)) ? next() : nothing(action)', 'next()'],
    'tests/strapi/allow-list-entries.test.ts',
  ),
  guard(
    'nobody confirms their own allow-list',
    'flows/change-allow-list/confirm.ts',
    gone("  if (proposal.by === by.person) return refuse('own-proposal');\n"),
    'tests/flows/change-allow-list.test.ts',
  ),
  guard(
    'the content API is for API tokens',
    'strapi/policies/index.ts',
    ["if (doorOf(ctx.state) === 'content-api-token') return true;", 'if (ctx) return true;'],
    'tests/strapi/policies.test.ts',
  ),
  guard(
    'only an admin session makes an admin user',
    'strapi/requests.ts',
    ['!ADMIN_DOORS.includes(doorOf(state)) || ', ''],
    'tests/strapi/policies.test.ts',
  ),
  guard(
    'no request writes campaigns without the right',
    'strapi/guard/doors.ts',
    gone('    await refuseStrangers(strapi, action);\n'),
    'tests/strapi/campaign-writes.test.ts',
  ),
  guard(
    'the table outlives a boot without the plugin',
    'strapi/index.ts',
    gone('  await keepTables(strapi);\n'),
    'tests/strapi/campaign-writes.test.ts',
  ),
];

const ADDRESSES = [
  guard(
    'a test goes to nobody who did not confirm their address',
    'flows/confirm-address/confirmed.ts',
    [
      "keys.verify('confirmed-address', text, confirmation.seal) ? found : null",
      'keys && text ? found : null',
    ],
    'tests/flows/confirm-address.test.ts',
  ),
  guard(
    'a link confirms the address it was sent to and no other',
    'flows/confirm-address/follow-link.ts',
    ['return isOurs ? {', 'return isOurs || link ? {'],
    'tests/flows/confirm-address.test.ts',
  ),
  guard(
    'addresses are masked',
    'domain/subscribers/mask.ts',
    [
      'return `${normalised.slice(0, 1)}•••@${domain.slice(0, 1)}•••${ending}`;',
      'return normalised + ending;',
    ],
    'tests/domain/subscribers',
  ),
  guard(
    'addresses are taken out of what relays say',
    'domain/delivery/scrub.ts',
    ['hideLocalPart(hideAddresses(oneLine), known)', 'oneLine + (known ? "" : "")'],
    'tests/domain/delivery/scrub.test.ts',
  ),
  guard(
    'a second entry with an address tells nothing of who is kept off',
    'flows/keep-sources/try-out.ts',
    [
      "  if (seen.has(hash)) return 'same-person';\n",
      "  if (isOut) return 'suppressed';\n  if (seen.has(hash)) return 'same-person';\n",
    ],
    'tests/contracts/try-source.test.ts',
  ),
  guard(
    'a list tells how many are suppressed only to who may see readers',
    'strapi/controllers/people.ts',
    ['return seesReaders && suppressed', 'return (seesReaders || true) && suppressed'],
    'tests/strapi/made-source.test.ts',
  ),
  guard(
    'no consent is an address',
    'domain/subscribers/made-source.ts',
    gone("    ...wrong(isAddress, consent, 'a field that is not an address'),\n"),
    'tests/domain/subscribers/made-source.test.ts',
  ),
  guard(
    'no word that means yes holds an address',
    'domain/subscribers/made-source.ts',
    ['wrong(consentIs.some(holdsAddress), ', 'wrong(consentIs.length > 99, '],
    'tests/domain/subscribers/made-source.test.ts',
  ),
  guard(
    'no filter holds an address, however it is written',
    'domain/subscribers/made-source.ts',
    ["typeof value === 'string' && holdsAddress(value)", "value === 'nobody'"],
    'tests/domain/subscribers/made-source.test.ts',
  ),
  guard(
    'no id that is pushed is an address',
    'flows/take-push.ts',
    gone("    if (people.some(({ id }) => holdsAddress(id))) return refuse('address-as-id');\n"),
    'tests/contracts/take-push.test.ts',
  ),
  guard(
    'no id of another database is an address',
    'domain/subscribers/sql-source.ts',
    [' && !holdsAddress(value);', ';'],
    'tests/contracts/sql-ids.test.ts',
  ),
  guard(
    'how many of a file are suppressed is told to nobody who may see no addresses',
    'strapi/controllers/imports.ts',
    ["may('subscriber.reveal') ? knownShown(view) : null", 'may ? knownShown(view) : null'],
    'tests/strapi/import-suppressions.test.ts',
  ),
  guard(
    'a right to reveal on one list opens no rare domain of another',
    'strapi/controllers/people.ts',
    ["return isRare ? onLists('subscriber.reveal', seen) : seen;", 'return isRare ? seen : seen;'],
    'tests/gate/list-conditions.test.ts',
  ),
  guard(
    'a message as one reader gets it is for who may see that very reader',
    'strapi/controllers/show.ts',
    gone("  if (!seen.has(reader)) throw new Refused('not-permitted');\n"),
    'tests/gate/list-conditions.test.ts',
  ),
  guard(
    'deliveries of an edition are of readers one may see',
    'strapi/controllers/reports.ts',
    ['({ subscriber }) => seen.has(subscriber.id)', '() => seen !== undefined'],
    'tests/gate/list-conditions.test.ts',
  ),
  guard(
    'a right to reveal on a condition makes no count exact',
    'strapi/controllers/campaigns.ts',
    [
      "segments.length === 0 || mayEverywhere('subscriber.reveal')",
      "segments.length === 0 || mayEverywhere('subscriber.reveal') || true",
    ],
    'tests/gate/list-conditions.test.ts',
  ),
  guard(
    'a message as one reader gets it passes the allow-list for personal data',
    'strapi/controllers/show.ts',
    gone("  if (!isInside) throw new Refused('address-not-allowed');\n"),
    'tests/strapi/allow-list.test.ts',
  ),
  guard(
    'suppressing who is suppressed already stands in the audit trail',
    'flows/manage-subscription/stop.ts',
    gone('  await deps.audit.recordAll(noted);\n'),
    'tests/contracts/suppressing.test.ts',
  ),
];

const TRAIL = [
  guard(
    'a changed row of the audit trail is found',
    'domain/audit/findings.ts',
    gone("  if (digestOf(row) !== seal.digest) return 'changed';\n"),
    'tests/contracts/audit-tampering.test.ts',
  ),
  guard(
    'a row that is not ours is found',
    'domain/audit/findings.ts',
    ['row.mac !== null && verify(rowText(row), row.mac) ? null', 'row && verify ? null'],
    'tests/contracts/audit-tampering.test.ts',
  ),
  guard(
    'a forged seal is found',
    'domain/audit/findings.ts',
    ["verify(sealText(databaseId, seal, last.seal), seal.seal) ? null : 'seal-forged'", 'null'],
    'tests/contracts/audit-tampering.test.ts',
  ),
  guard(
    'the mark does not follow an end that was cut off',
    'flows/seal-audit.ts',
    ['if (known && !(await isInStep(', 'if (known === undefined && !(await isInStep('],
    'tests/contracts/audit-tampering.test.ts',
  ),
];

const MADE = 'tests/strapi/made-source.test.ts';

const REPOINTED = 'flows/notice-change/source-repointed.ts';
const FILLED = 'domain/editions/filled.ts';
const VOICES = 'tests/contracts/voices.test.ts';

const SOURCES = [
  guard(
    'a source is made only of what its maker may read',
    'strapi/controllers/sources.ts',
    gone(
      "  if (!maySee(wish.contentType, fieldsRead(wish))) throw new Refused('type-not-readable');\n",
    ),
    MADE,
  ),
  guard(
    'a right to read on a condition is not enough for a source',
    'domain/access/rights.ts',
    [
      '.rulesFor(action, subject, field)\n      .some(({ conditions }) => conditions === undefined || conditions === null),',
      '.rulesFor(action, subject, field)\n      .some(() => true),',
    ],
    MADE,
  ),
  guard(
    'a source that is another one voids what waits to go by it',
    REPOINTED,
    gone(
      "  await voidOpen(deps, { edition, because: isList ? 'list-repointed' : 'source-repointed' }, by);\n",
    ),
    'tests/flows/list-repointed.test.ts',
  ),
  guard(
    'a source that is another one holds what collects its readers',
    REPOINTED,
    gone("  if (move === 'hold') return hold(deps, edition.id, by);\n"),
    'tests/flows/disturbed-freeze.test.ts',
  ),
  guard(
    'what collects its readers is looked at, too',
    REPOINTED,
    ["[...statesThatCan('void'), 'freezing' as const]", "[...statesThatCan('void')]"],
    'tests/flows/disturbed-freeze.test.ts',
  ),
  guard(
    'whoever makes a source another one had a hand in what goes by it',
    REPOINTED,
    gone('  await deps.hands.record(edition.campaignId, handOf(by), deps.clock.now());\n'),
    'tests/flows/list-repointed.test.ts',
  ),
  guard(
    'whoever makes a source another one has a hand in the next edition that goes by it',
    REPOINTED,
    gone('      await deps.hands.changed([...filled], handOf(by), deps.clock.now());\n'),
    PARTS,
  ),
  guard(
    'what a source said before it was changed is filled otherwise, too',
    'flows/keep-sources.ts',
    ['[made.value.mapping, checked.value]', '[checked.value]'],
    'tests/contracts/repointed-list.test.ts',
  ),
  guard(
    'a source fills the attributes it says',
    FILLED,
    gone('      ...attributes.map(({ name }) => attributePart(name)),\n'),
    PARTS,
  ),
  guard(
    'an edition holds which lists it goes to or leaves out as its parts',
    FILLED,
    gone('    ...listParts(audience),\n'),
    PARTS,
  ),
  guard(
    'an edition that leaves a list out ends no hand in what goes to it',
    FILLED,
    ['part(listPart(id), { id, as })', 'part(listPart(id), { id })'],
    PARTS,
  ),
  guard(
    'an edition holds which attributes its segments ask for as its parts',
    FILLED,
    gone('    ...[...attributes].map((name) => named(attributePart(name))),\n'),
    PARTS,
  ),
  guard(
    'an edition and a source that change in one moment see each other',
    'flows/submit-campaign/submit.ts',
    gone('  await deps.lists.takeTurn();\n'),
    'tests/flows/submit-races.test.ts',
  ),
  guard(
    'no made source says an attribute over the configuration',
    'domain/subscribers/traits.ts',
    gone('    Number(isMade(b)) - Number(isMade(a)) || '),
    VOICES,
  ),
  guard(
    'no made source gives a name or a language over the configuration',
    'domain/subscribers/voice.ts',
    gone(' || (own.isMade && !other.isMade)'),
    VOICES,
  ),
  guard(
    'no private field is chosen for a source',
    'domain/subscribers/made-source.ts',
    [' && field.private !== true && ', ' && '],
    'tests/contracts/keep-sources.test.ts',
  ),
  guard(
    'no filter asks for the address',
    'domain/subscribers/source-filter.ts',
    ['field === email ? undefined : host[field]', 'host[field]'],
    'tests/domain/subscribers/source-filter.test.ts',
  ),
  guard(
    'an attribute is only over what its maker may read',
    'domain/subscribers/source-mapping.ts',
    gone('    ...attributes.map(({ field }) => field),\n'),
    'tests/strapi/made-attributes.test.ts',
  ),
  guard(
    'no attribute is over what another source calls a name',
    'domain/subscribers/made-attributes.ts',
    ['[mapping, ...others].flatMap(personalFields)', '[mapping].flatMap(personalFields)'],
    'tests/contracts/made-attributes.test.ts',
  ),
  guard(
    'nor does a source call a name what another keeps in plain',
    'domain/subscribers/made-attributes.ts',
    gone(
      '    ...personalFields(mapping).flatMap((field) => wrong(plain.has(field), field, PLAIN_ELSEWHERE)),\n',
    ),
    'tests/contracts/made-attributes.test.ts',
  ),
  guard(
    'no attribute is over an address or a name',
    'domain/subscribers/made-attributes.ts',
    ['wrong(personal.has(field) || kindOf', 'wrong(kindOf'],
    'tests/contracts/made-attributes.test.ts',
  ),
  guard(
    'no text with an address in it is kept as an attribute',
    'domain/segments/attributes.ts',
    ["text === '' || holdsAddress(text)", "text === ''"],
    'tests/domain/segments/attributes.test.ts',
  ),
];

export const MUTANTS = [
  ...COUNTERSIGNING,
  ...CHANGES,
  ...SENDING,
  ...DOORS,
  ...ADDRESSES,
  ...TRAIL,
  ...SOURCES,
];
