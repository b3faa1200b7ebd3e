import PostalMime from 'postal-mime';

/** A received message: decoded parts, and headers one by one as they came. */
export async function parseMail(raw) {
  const mail = await PostalMime.parse(raw);
  const headers = (name) =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  return {
    raw,
    headers,
    header: (name) => headers(name)[0] ?? '',
    subject: mail.subject ?? '',
    from: mail.from,
    to: mail.to ?? [],
    html: mail.html ?? '',
    text: mail.text ?? '',
    messageId: mail.messageId ?? '',
    attachments: mail.attachments,
  };
}
