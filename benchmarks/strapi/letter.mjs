/** A letter that is 6 kB as a message, give or take a name. */
const PARAGRAPHS = 1;

const SENTENCES = [
  'The harbour wall was finished on Tuesday, two weeks before the storms that it was built for.',
  'Whoever wants to see it from the water can come along in one of the boats on Saturday morning.',
];

const text = (words) => ({ type: 'text', text: words });
const paragraph = (...children) => ({ type: 'paragraph', children });

export const blocks = () => [
  paragraph(text('Dear {{ subscriber.name | default: "reader" }},')),
  ...Array.from({ length: PARAGRAPHS }, (_, at) =>
    paragraph(text(`${at + 1}. ${SENTENCES.join(' ')}`)),
  ),
  paragraph(text('With kind regards')),
];
