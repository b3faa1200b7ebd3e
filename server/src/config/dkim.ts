import { z } from '@strapi/utils';
import { readDkimKey } from '../domain/messages/dkim/key';
import { asciiDomain } from '../domain/messages/mime/mailbox';

const SELECTOR =
  /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

const KEY = 'a private key in PEM, RSA of 1024 bits or more or Ed25519';
const DOMAIN = 'a domain, e.g. example.com';
const NAME = 'the name before ._domainkey in DNS, e.g. news-2026';

export const dkimKey = z.strictObject({
  domain: z
    .string({ error: DOMAIN })
    .refine((domain) => asciiDomain(domain) !== undefined, { error: DOMAIN })
    .transform((domain) => asciiDomain(domain) ?? domain),
  selector: z.string({ error: NAME }).regex(SELECTOR, { error: NAME }),
  privateKey: z
    .string({ error: KEY })
    // As an .env file has them: on one line.
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine((pem) => readDkimKey(pem).ok, { error: KEY }),
});
