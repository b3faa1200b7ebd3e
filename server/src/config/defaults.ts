/** What applies where the site owner says nothing: value, unit, reason. */
export const DEFAULTS = {
  /** This process sends; a separate worker is for large installations. */
  worker: 'inline',
  /**
   * Seconds in which what is on the wire may end after SIGTERM. An orchestrator kills ten seconds after it asked;
   * Strapi still has to close its own things.
   */
  stopSeconds: 8,
  approval: {
    /** People who must countersign an edition, besides everybody who had a hand in it. */
    required: 1,
    /** Days. An approver looks at a text that is still news. */
    expiresAfterDays: 7,
    /** Percent of the readers the approver was shown; beyond it the edition is held. */
    audienceDriftPercent: 10,
    /** Minutes after the wished time in which a start is still in time; later it is held (P9). */
    lateGraceMinutes: 60,
    /**
     * Days before an edition is submitted in which no hand of it may have touched its approver's account.
     * A week: long enough for somebody to miss their password, and for a colleague to ask why.
     */
    accountQuietDays: 7,
  },
  sync: {
    /**
     * Percent of whom a source has on its list; a run that would take off more stops and asks. People come
     * and go by a few percent; a fifth at once is a mistake at the source until somebody says otherwise.
     */
    brakePercent: 20,
  },
  retention: {
    /**
     * Years after the last mail for which it can be shown that somebody had agreed to it: as long as German law
     * (BGB § 195) leaves time for most claims. Where another asks for more, the site owner says so.
     */
    consentYears: 3,
  },
  sql: {
    /** As all sources are gone through that no hook tells of. */
    everyMinutes: 15,
    /** Seconds. A page of 500 people by an index takes milliseconds; what takes longer wants an index. */
    timeoutSeconds: 30,
  },
  push: {
    /** Characters, as of `secret`. */
    keyLength: 32,
  },
  transport: {
    port: 587,
    secure: 'starttls',
    /** Connections held open at once; five is what most relays allow one client. */
    connections: 5,
    /** Messages before a connection is made anew; relays close longer ones without a word. */
    messagesPerConnection: 100,
  },
  redis: {
    port: 6379,
    /** A Redis is often shared: others' keys begin otherwise. */
    prefix: 'countersign',
  },
  /** Approvers hear of what waits for them; only those who confirmed their address. */
  notices: 'on',
  /** A file of addresses is what leaks: only where the site owner wants it. */
  exports: 'off',
  /** Relative to the Strapi app; on the same disk through restarts. */
  journalDir: '.countersign/journal',
} as const;

/** Characters; 32 random ones carry more than 128 bits in base 32 or denser. */
export const SECRET_LENGTH = 32;
