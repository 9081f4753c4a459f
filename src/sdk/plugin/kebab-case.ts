/** How plugins, roles, permissions and procedures are called: small letters and digits, hyphens between words. @internal */
export const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
