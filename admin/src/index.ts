const nothingYet = (): void => undefined;

export default { register: nothingYet, bootstrap: nothingYet };
