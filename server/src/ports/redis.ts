/** Where Redis is and how we speak to it. Plain data: two libraries make their own clients of it. */
export interface RedisSettings {
  readonly host: string;
  readonly port: number;
  /** Of Redis's access lists; absent: the default user. */
  readonly user?: string;
  readonly password?: string;
  readonly db: number;
  /** From the first byte; certificates are checked. */
  readonly tls: boolean;
  /** What our keys begin with, for a Redis that others use too. */
  readonly prefix: string;
}
