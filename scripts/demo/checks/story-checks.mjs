/** What the server said on the way must be what had to be said. */
export function storyChecks({ sync, expected, campaigns, leaving, crowd }) {
  const [spring, summer] = campaigns;
  const due = Object.fromEntries(countFates(crowd));
  return [
    ['the list holds everybody who agreed', same(sync.readers, expected.size)],
    ['and says of everybody else why not', same(sorted(sync.leftOut), sorted(due))],
    ['an author cannot countersign: no right, and no rule', refusals(campaigns)],
    ['accepted as counted: first campaign', same(spring.accepted, expected.size)],
    ['accepted as counted: second campaign', same(summer.accepted, expected.size - 1)],
    [
      'looking at the unsubscribe page changes nothing',
      same([leaving.page, leaving.lookingChanged], [200, false]),
    ],
    ['one click: 200, no cookie', same(leaving.click, { status: 200, cookie: null })],
  ];
}

function countFates(crowd) {
  const counts = new Map();
  for (const { fate } of crowd) {
    if (fate !== 'reader') counts.set(fate, (counts.get(fate) ?? 0) + 1);
  }
  return counts;
}

const refusals = (campaigns) =>
  campaigns.flatMap(({ refusals: [without, withRight] }) => [
    ...same(without.status, 403),
    ...same([withRight.status, withRight.code], [403, 'own-hand']),
  ]);

const sorted = (counts) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort();

function same(got, wanted) {
  const [is, must] = [got, wanted].map((value) => JSON.stringify(value));
  return is === must ? [] : [`is ${is}, must be ${must}`];
}
