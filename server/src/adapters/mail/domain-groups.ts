import { Resolver } from 'node:dns/promises';
import { groupOfExchange, knownGroup } from '../../domain/delivery/domain-group';
import type { Clock, DomainGroups } from '../../ports';

const ANSWER_MS = 2_000;
const KEPT_MS = 60 * 60_000;
/** Who does not answer is asked again sooner. */
const UNKNOWN_MS = 10 * 60_000;
const AT_MOST = 10_000;
const AT_ONCE = 20;

export type FindExchange = (domain: string) => Promise<string | null>;

interface Known {
  readonly group: string;
  readonly until: number;
}

/** By MX where the name servers say in time who takes a domain's mail; each domain alone where they do not. */
export function createDomainGroups(
  clock: Clock,
  findExchange: FindExchange = firstExchange,
): DomainGroups {
  const known = new Map<string, Known>();
  const asking = new Map<string, Promise<string>>();

  const ask = async (domain: string): Promise<string> => {
    const exchange = await findExchange(domain).catch(() => null);
    const group = exchange === null ? domain : groupOfExchange(exchange);
    if (known.size >= AT_MOST) known.delete([...known.keys()][0] ?? '');
    known.set(domain, { group, until: clock.now() + (exchange === null ? UNKNOWN_MS : KEPT_MS) });
    asking.delete(domain);
    return group;
  };
  const askOnce = (domain: string): Promise<string> | undefined => {
    if (!asking.has(domain) && asking.size < AT_ONCE) asking.set(domain, ask(domain));
    return asking.get(domain);
  };
  const sure = (domain: string): string | null => {
    const found = known.get(domain);
    return knownGroup(domain) ?? (found && found.until > clock.now() ? found.group : null);
  };

  return {
    of: (domain) => {
      const group = sure(domain);
      if (group === null) void askOnce(domain);
      return group ?? known.get(domain)?.group ?? domain;
    },
    find: async (domain) => sure(domain) ?? (await askOnce(domain)) ?? domain,
  };
}

async function firstExchange(domain: string): Promise<string | null> {
  const resolver = new Resolver({ timeout: ANSWER_MS, tries: 1 });
  const found = await resolver.resolveMx(domain);
  const [first] = found.sort((a, b) => a.priority - b.priority);
  return first?.exchange || null;
}
