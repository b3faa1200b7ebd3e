import { useEffect, useState } from 'react';

const EVERY_MS = 30_000;

/** The browser's clock, read again every half minute: for "in 6 days", not for anything that decides. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
