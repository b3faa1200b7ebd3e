/** One language of a campaign as Strapi's Blocks editor stores it. */
export function blocksOf({ greeting, paragraphs, points, link, alternativeText }, picture) {
  const [first, ...others] = paragraphs;
  return [
    { type: 'heading', level: 2, children: [text(greeting)] },
    ...(picture ? [imageBlock(picture, alternativeText)] : []),
    paragraph(text(first)),
    { type: 'list', format: 'unordered', children: points.map(listEntry) },
    paragraph(text(''), { type: 'link', url: link.url, children: [text(link.text)] }, text('.')),
    ...others.map((other) => paragraph({ ...text(other), italic: true })),
  ];
}

const text = (words) => ({ type: 'text', text: words });
const paragraph = (...children) => ({ type: 'paragraph', children });
const listEntry = (point) => ({ type: 'list-item', children: [text(point)] });

/** Those the editor keeps of a file of the media library. */
const FILE_FIELDS = [
  ...['name', 'alternativeText', 'url', 'caption', 'width', 'height', 'formats', 'hash', 'ext'],
  ...['mime', 'size', 'previewUrl', 'provider', 'provider_metadata', 'createdAt', 'updatedAt'],
];

const imageBlock = (picture, alternativeText) => ({
  type: 'image',
  image: {
    ...Object.fromEntries(FILE_FIELDS.map((field) => [field, picture[field]])),
    alternativeText,
  },
  children: [text('')],
});
