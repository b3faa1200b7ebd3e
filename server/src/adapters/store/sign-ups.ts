import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { SignUpEvidence, SignUpStore, StoredSignUp } from '../../ports';
import type { Db } from './database';
import { inChunks, maybeText, numberOf, textOf, type Row } from './rows';
import { trimSignUps } from './sign-ups/trim';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Old counts that go with each new one: more than come, so that they never pile up. */
const SWEPT_AT_ONCE = 20;

export function createSignUpStore(db: Db): SignUpStore {
  const signUps = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.signUps);
  const ofForm = (k: Knex, form: string): Knex.QueryBuilder =>
    signUps(k).where({ form_id: form }).whereNotNull('sealed');

  return {
    ask: (mailboxHash, at) =>
      db.within(async (k) => {
        const mails = (): Knex.QueryBuilder => db.table(k, TABLES.signUpMails);
        await sweep(mails, at - DAY_MS);
        const row = { mailbox_hash: mailboxHash, mails: 0, since: at };
        await mails().insert(row).onConflict('mailbox_hash').ignore();
        const mine = mails().where({ mailbox_hash: mailboxHash });
        await mine.clone().increment('mails', 1);
        return numberOf((await mine.first<Row>('mails'))?.mails);
      }),
    confirm: ({ id, ...confirmed }) =>
      db.within(async (k) => {
        const { form, addressHash } = confirmed;
        await signUps(k)
          .insert({ id, ...rowOf(confirmed) })
          .onConflict(['form_id', 'address_hash'])
          .merge(['sealed', 'locale', 'wording', 'asked_at', 'confirmed_at']);
        const person = { form_id: form, address_hash: addressHash };
        return textOf((await signUps(k).where(person).first<Row>('id'))?.id);
      }),
    read: (form, after, limit) =>
      db.read(async (k) => {
        const rows = ofForm(k, form).orderBy('id').limit(limit);
        if (after !== null) void rows.where('id', '>', after);
        return (await rows.select<Row[]>()).map(storedOf);
      }),
    readSome: (form, ids) =>
      db.read(async (k) => {
        const found: StoredSignUp[] = [];
        for (const some of inChunks(ids)) {
          found.push(...(await ofForm(k, form).whereIn('id', some).select<Row[]>()).map(storedOf));
        }
        return found;
      }),
    count: (form) =>
      db.read(async (k) => {
        const [row]: Row[] = await ofForm(k, form).count({ n: '*' });
        return numberOf(row?.n);
      }),
    of: (addressHash) =>
      db.read(async (k) => {
        const rows = signUps(k).where({ address_hash: addressHash }).whereNotNull('sealed');
        return (await rows.orderBy('id').select<Row[]>()).map(evidenceOf);
      }),
    trim: trimSignUps(db),
    erase: (addressHash, mailboxHash) =>
      db.within(async (k) => {
        const gone = { sealed: null, locale: null };
        await signUps(k).where({ address_hash: addressHash }).update(gone);
        const mails = db
          .table(k, TABLES.signUpMails)
          .where({ mailbox_hash: mailboxHash ?? addressHash });
        await mails.delete();
      }),
  };
}

/** MySQL deletes nothing from a table that the same statement selects from. */
async function sweep(mails: () => Knex.QueryBuilder, before: number): Promise<void> {
  const old: Row[] = await mails()
    .where('since', '<', before)
    .orderBy('since')
    .limit(SWEPT_AT_ONCE)
    .select('mailbox_hash');
  if (old.length === 0) return;
  await mails()
    .whereIn(
      'mailbox_hash',
      old.map((row) => textOf(row.mailbox_hash)),
    )
    .where('since', '<', before)
    .delete();
}

const rowOf = (confirmed: Omit<StoredSignUp, 'id'>): Row => ({
  form_id: confirmed.form,
  address_hash: confirmed.addressHash,
  sealed: confirmed.sealed,
  locale: confirmed.locale,
  wording: confirmed.wording,
  asked_at: confirmed.askedAt,
  confirmed_at: confirmed.confirmedAt,
});

const evidenceOf = (row: Row): SignUpEvidence => ({
  form: textOf(row.form_id),
  wording: textOf(row.wording),
  askedAt: numberOf(row.asked_at),
  confirmedAt: numberOf(row.confirmed_at),
});

const storedOf = (row: Row): StoredSignUp => ({
  id: textOf(row.id),
  ...evidenceOf(row),
  addressHash: textOf(row.address_hash),
  sealed: textOf(row.sealed),
  locale: maybeText(row.locale),
});
