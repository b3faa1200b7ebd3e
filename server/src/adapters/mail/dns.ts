import { Resolver } from 'node:dns/promises';
import {
  dmarcNames,
  judgeDmarc,
  judgeSpf,
  type DnsVerdict,
  type TxtAnswer,
} from '../../domain/messages/dns-records';

export interface DnsCheck {
  readonly record: 'spf' | 'dmarc';
  readonly name: string;
  readonly verdict: DnsVerdict;
  readonly found: string | null;
}

/** Looks up what mail providers will: asks twice, two seconds each, and says so when nobody answers. */
export async function checkDns(
  domain: string,
  readTxt: (name: string) => Promise<TxtAnswer> = readTxtRecords,
): Promise<DnsCheck[]> {
  return Promise.all([checkSpf(domain, readTxt), checkDmarc(domain, readTxt)]);
}

type ReadTxt = (name: string) => Promise<TxtAnswer>;

async function checkSpf(domain: string, readTxt: ReadTxt): Promise<DnsCheck> {
  const records = await readTxt(domain);
  const found = records?.find((text) => /^v=spf1/i.test(text)) ?? null;
  return { record: 'spf', name: domain, verdict: judgeSpf(records), found };
}

async function checkDmarc(domain: string, readTxt: ReadTxt): Promise<DnsCheck> {
  const names = dmarcNames(domain);
  for (const name of names) {
    const records = await readTxt(name);
    const verdict = judgeDmarc(records);
    if (verdict === 'missing') continue;
    const found = records?.find((text) => /^v\s*=\s*DMARC1/i.test(text)) ?? null;
    return { record: 'dmarc', name, verdict, found };
  }
  return { record: 'dmarc', name: names[0] ?? domain, verdict: 'missing', found: null };
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
