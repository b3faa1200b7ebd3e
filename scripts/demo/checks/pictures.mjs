import { createHash } from 'node:crypto';

const FROZEN = /^https?:\/\/[^/]+\/api\/countersign\/assets\/([0-9a-f]{64})\.png$/;

/** Pictures are links to frozen copies, and the link gives just what its name says. */
export async function pictureChecks({ inbox, campaigns }) {
  const urls = new Set(
    inbox.flatMap(({ html }) => [...html.matchAll(/<img[^>]+src="([^"]+)"/g)].map((m) => m[1])),
  );
  const withPicture = campaigns.filter(({ picture }) => picture);
  const found = await Promise.all([...urls].map(look));
  return [
    [
      `${withPicture.length} picture, under the hash of its content`,
      countOf(urls, withPicture.length),
    ],
    ['its link answers 200 with that image, for ever', found.flatMap(complaints)],
  ];
}

const countOf = (urls, wanted) =>
  urls.size === wanted ? [] : [`found ${[...urls].join(', ') || 'none'}`];

async function look(url) {
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { url, answer, hash: createHash('sha256').update(bytes).digest('hex') };
}

function complaints({ url, answer, hash }) {
  const header = (name) => answer.headers.get(name) ?? '';
  return [
    [FROZEN.exec(url)?.[1] === hash, `${url} holds ${hash}`],
    [answer.status === 200, `${url} answers ${answer.status}`],
    [header('content-type') === 'image/png', `${url} is ${header('content-type')}`],
    [
      header('cache-control').includes('immutable'),
      `${url} is cached as ${header('cache-control')}`,
    ],
  ].flatMap(([isFine, words]) => (isFine ? [] : [words]));
}
