/** Strapi's icons have a play and a stop, and no pause. */
export function PauseIcon() {
  return (
    <svg viewBox="0 0 32 32" width="1.6rem" height="1.6rem" fill="currentColor" aria-hidden>
      <path d="M9 6h5v20H9zM18 6h5v20h-5z" />
    </svg>
  );
}
