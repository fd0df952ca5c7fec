/** Version of this program; equals package.json, which a test checks. */
export const VERSION = "0.1.0";
