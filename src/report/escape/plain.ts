/** What a reader cannot see but a screen or a comparison can: control, direction and zero-width characters, broken pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;

/**
 * One honest line of at most `max` UTF-16 units: white space becomes one space, and invisible characters become U+FFFD,
 * so that two ids that differ only by them do not look alike.
 */
export function plain(text: string, max = 1000): string {
  const line = text
    .slice(0, 2 * max)
    .replace(/[\s\u0085]+/gu, " ")
    .replace(INVISIBLE, "\uFFFD")
    .trim();
  return cut(line, max);
}

/** At most `max` UTF-16 units; what is cut ends with three dots and never inside a character. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 3).replace(/\p{Cs}$/u, "")}...`;
}
