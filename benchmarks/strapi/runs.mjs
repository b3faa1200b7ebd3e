/** How far the newest sync is. */
export async function newestRun({ connection }) {
  const run = await connection('countersign_sync_runs').orderBy('id', 'desc').first();
  return run
    ? { id: run.id, state: run.state, finishedAt: run.finished_at, counts: JSON.parse(run.counts) }
    : { id: null };
}
