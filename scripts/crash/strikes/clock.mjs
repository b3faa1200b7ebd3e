export const jumpClock =
  (hours) =>
  ({ site }) => {
    site.clock.jump(hours);
    return `${hours} h later by the clock`;
  };
