import { z } from '@strapi/utils';

export const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

export const text = (expected: string) =>
  z.string({ error: expected }).trim().min(1, { error: expected });
