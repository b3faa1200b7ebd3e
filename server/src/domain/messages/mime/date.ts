/**
 * A Date header's value (RFC 5322 § 3.3), in UTC.
 *
 * @param at ms since 1970
 */
export const formatDate = (at: number): string =>
  new Date(at).toUTCString().replace('GMT', '+0000');
