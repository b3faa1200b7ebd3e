import { bootstrap, destroy } from './bootstrap';
import { readConfig } from './config/validate';
import { register } from './register';
import { doors } from './strapi';

export type { ApprovalRule } from './config/config';

export default {
  ...doors,
  register,
  bootstrap,
  destroy,
  config: {
    // Arrays in defaults would be merged into the site owner's by index, so there are none here.
    default: {},
    validator: (config: unknown): void => void readConfig(config),
  },
};
