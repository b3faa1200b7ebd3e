const ADDRESS = /^([^@\s])[^@\s]*@([^@\s])[^@\s]*(\.[^@\s.]+)$/;

/**
 * What is asked for instead of what was typed: of a whole address its masked label, so that no address
 * stands in the address of a page, in its history, or in a log.
 */
export const maskTyped = (typed: string): string =>
  typed.trim().toLowerCase().replace(ADDRESS, '$1•••@$2•••$3');
