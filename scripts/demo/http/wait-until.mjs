import { setTimeout as pause } from 'node:timers/promises';

const ASK_EVERY_MS = 250;

/** Asks again and again until `look` answers something true; gives up, in words, after `patience` seconds. */
export async function waitUntil(what, look, patience = 120) {
  const giveUpAt = Date.now() + patience * 1000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > giveUpAt) throw new Error(`waited ${patience} s in vain until ${what}`);
    await pause(ASK_EVERY_MS);
  }
}
