/** `<cs.DELIVERY.…@domain>`, as `domain/delivery/message-id.ts` writes it. */
export const deliveryOf = (messageId = '') => messageId.split('.')[1] ?? messageId;
