/** `2026-11-24`, of the browser's zone: what a DatePicker gives. What it is given it reads as UTC. */
export const dayOf = (day: Date): string =>
  [
    String(day.getFullYear()).padStart(4, '0'),
    String(day.getMonth() + 1).padStart(2, '0'),
    String(day.getDate()).padStart(2, '0'),
  ].join('-');

/** From an address somebody may have typed. */
export const parseDay = (text: string | null): string | undefined =>
  text !== null && !Number.isNaN(Date.parse(`${text}T00:00Z`)) ? text : undefined;
