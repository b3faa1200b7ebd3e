import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** Public forms. An address that nobody confirmed is a hash here, for as long as its mails are counted. */
export const SIGN_UPS: readonly Step[] = [
  table(TABLES.signUpMails, (c) => {
    c.exact('mailbox_hash', 64).primary();
    c.count('mails').notNullable();
    c.time('since').notNullable();
  }),
  index(TABLES.signUpMails, 'countersign_sign_up_mails_since', ['since']),
  table(TABLES.signUps, (c, t) => {
    c.id().primary();
    c.exact('form_id', 64).notNullable();
    c.exact('address_hash', 64).notNullable();
    // Null: erased.
    c.long('sealed');
    t.string('locale', 16);
    t.string('wording', 64).notNullable();
    c.time('asked_at').notNullable();
    c.time('confirmed_at').notNullable();
    t.unique(['form_id', 'address_hash'], { indexName: 'countersign_sign_ups_person' });
  }),
  index(TABLES.signUps, 'countersign_sign_ups_form', ['form_id', 'id']),
  index(TABLES.signUps, 'countersign_sign_ups_hash', ['address_hash']),
];
