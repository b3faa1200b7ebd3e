import type { Knex } from 'knex';
import type { FrozenAsset } from '../../domain/editions/content';
import { pictureKind } from '../../domain/campaigns/pictures';
import { sha256 } from '../../domain/editions/fingerprint';
import { TABLES } from '../../names';
import type { AssetStore } from '../../ports';
import type { Db } from './database';
import type { Row } from './rows';

/** MySQL takes a statement of 16 MB by default, and its driver writes each byte as two digits. */
const MYSQL_CHUNK_BYTES = 4 * 1024 * 1024;

export function createAssetStore(db: Db): AssetStore {
  const assets = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.assets);
  return {
    put: (asset, bytes, at) =>
      db.within(async (k) => {
        const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const head = db.dialect === 'mysql' ? all.subarray(0, MYSQL_CHUNK_BYTES) : all;
        const row = { hash: asset.hash, mime: asset.mime, size: asset.bytes, created_at: at };
        await assets(k)
          .insert({ ...row, bytes: head })
          .onConflict('hash')
          .ignore();
        for (let from = head.length; from < all.length; from += MYSQL_CHUNK_BYTES) {
          const chunk = all.subarray(from, from + MYSQL_CHUNK_BYTES);
          // Again is harmless: bytes go where they are missing and nowhere else.
          await assets(k)
            .where({ hash: asset.hash })
            .whereRaw('length(bytes) = ?', [from])
            .update({ bytes: k.raw('concat(bytes, ?)', [chunk]) });
        }
      }),
    get: (hash) =>
      db.read(async (k) => {
        const row: Row | undefined = await assets(k).where({ hash }).first();
        return row ? assetOf(row) : null;
      }),
  };
}

/** Null if the bytes are not what their name says: somebody has changed them in the table (P3). */
function assetOf(row: Row): { asset: FrozenAsset; bytes: Uint8Array } | null {
  const { bytes } = row;
  if (!(bytes instanceof Uint8Array)) return null;
  const mime = pictureKind(bytes);
  if (!mime || sha256(bytes) !== row.hash) return null;
  return { asset: { hash: sha256(bytes), mime, bytes: bytes.length }, bytes };
}
