import { Resolver } from 'node:dns/promises';
import { dkimRecord, readDkimKey, type DkimKey } from '../../domain/messages/dkim/key';
import {
  dkimName,
  dmarcNames,
  isDkim,
  judgeDkim,
  judgeDmarc,
  judgeSpf,
  type DnsCheck,
  type TxtAnswer,
} from '../../domain/messages/dns-records';

/** What is asked about: the domain of a From address, and the keys we have. */
export interface DnsQuestion {
  readonly domain: string;
  readonly keys: readonly DkimKey[];
}

/** Looks up what mail providers will: asks twice, two seconds each, and says so when nobody answers. */
export async function checkDns(
  { domain, keys }: DnsQuestion,
  readTxt: ReadTxt = readTxtRecords,
): Promise<DnsCheck[]> {
  const ours = keys.filter((key) => key.domain === domain);
  return Promise.all([
    checkSpf(domain, readTxt),
    ...(ours.length === 0 ? [unsigned(domain)] : ours.map((key) => checkDkim(key, readTxt))),
    checkDmarc(domain, readTxt),
  ]);
}

type ReadTxt = (name: string) => Promise<TxtAnswer>;

async function checkSpf(domain: string, readTxt: ReadTxt): Promise<DnsCheck> {
  const records = await readTxt(domain);
  const found = records?.find((text) => /^v=spf1/i.test(text)) ?? null;
  return { record: 'spf', name: domain, verdict: judgeSpf(records), found, expected: null };
}

const unsigned = (domain: string): DnsCheck => ({
  record: 'dkim',
  name: dkimName({ selector: '*', domain }),
  verdict: 'no-key',
  found: null,
  expected: null,
});

async function checkDkim(key: DkimKey, readTxt: ReadTxt): Promise<DnsCheck> {
  const read = readDkimKey(key.privateKey);
  if (!read.ok) throw new Error('a DKIM key was not checked when Strapi started');
  const expected = dkimRecord(read.value);
  const name = dkimName(key);
  const records = await readTxt(name);
  const found = records?.find(isDkim) ?? null;
  return { record: 'dkim', name, verdict: judgeDkim(records, expected), found, expected };
}

async function checkDmarc(domain: string, readTxt: ReadTxt): Promise<DnsCheck> {
  const names = dmarcNames(domain);
  for (const name of names) {
    const records = await readTxt(name);
    const verdict = judgeDmarc(records);
    if (verdict === 'missing') continue;
    const found = records?.find((text) => /^v\s*=\s*DMARC1/i.test(text)) ?? null;
    return { record: 'dmarc', name, verdict, found, expected: null };
  }
  const name = names[0] ?? domain;
  return { record: 'dmarc', name, verdict: 'missing', found: null, expected: null };
}

const NOT_THERE = new Set(['ENODATA', 'ENOTFOUND']);

async function readTxtRecords(name: string): Promise<TxtAnswer> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  try {
    return (await resolver.resolveTxt(name)).map((chunks) => chunks.join(''));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return NOT_THERE.has(code) ? [] : null;
  }
}
