/** Colours of one appearance. */
export interface Palette {
  readonly page: string;
  readonly frame: string;
  readonly card: string;
  readonly line: string;
  readonly ink: string;
  readonly faint: string;
  readonly good: string;
  readonly warning: string;
  readonly bad: string;
  readonly accent: string;
  /** One for each domain in turn, told apart by people who see few colours too. */
  readonly domains: readonly string[];
}

const LIGHT: Palette = {
  page: "#ffffff",
  frame: "#f6f8fa",
  card: "#ffffff",
  line: "#d0d7de",
  ink: "#1f2328",
  faint: "#59636e",
  good: "#1a7f37",
  warning: "#b35900",
  bad: "#cf222e",
  accent: "#0969da",
  domains: [
    "#0072b2",
    "#b35c00",
    "#007f5f",
    "#a8408a",
    "#5a4fcf",
    "#8a6d00",
    "#2a7ea8",
    "#c0392b",
    "#4d7c0f",
    "#6b7280",
  ],
};

const DARK: Palette = {
  page: "#0d1117",
  frame: "#151b23",
  card: "#1d242d",
  line: "#3d444d",
  ink: "#f0f6fc",
  faint: "#9198a1",
  good: "#3fb950",
  warning: "#e09b13",
  bad: "#f85149",
  accent: "#4493f8",
  domains: [
    "#56b4e9",
    "#e8983e",
    "#2fc79a",
    "#dd88c4",
    "#a49bf5",
    "#d9bf3d",
    "#74c0dd",
    "#f0857a",
    "#9ccc52",
    "#a9b1bb",
  ],
};

export const DOMAIN_COLOURS = LIGHT.domains.length;

const SHAPES = `
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:11.5px}
.title{font-size:24px;font-weight:700}
.heading{font-size:14.5px;font-weight:700}
.name{font-size:13px;font-weight:600}
.badge{font-size:10px;font-weight:700;letter-spacing:.3px}
.middle{text-anchor:middle}
.end{text-anchor:end}
.arrow{fill:none;stroke-width:1.5;stroke-linejoin:round}
.same-major{stroke-dasharray:7 4}
.id-only{stroke-dasharray:2 4}
.retired .name{text-decoration:line-through}
.mark{stroke-width:2.5}
`;

/** Rules for both appearances; plain values, because not every viewer knows CSS variables. */
export function styleSheet(): string {
  return `${SHAPES}${rules(LIGHT)}@media (prefers-color-scheme:dark){\n${rules(DARK)}}\n`;
}

function rules(palette: Palette): string {
  const { page, frame, card, line, ink, faint, good, warning, bad, accent } = palette;
  return `.page{fill:${page}}
.frame{fill:${frame};stroke:${line}}
.box{fill:${card};stroke:${line}}
.stub{fill:${page};stroke:${line}}
text,.ink{fill:${ink}}
.faint{fill:${faint}}
.good{fill:${good}}
.warning{fill:${warning}}
.bad{fill:${bad}}
.plainly{fill:none;stroke:${faint}}
.on{fill:${page}}
.changed{stroke:${accent}}.changed-fill{fill:${accent}}
.affected{stroke:${warning}}.affected-fill{fill:${warning}}
.broken{stroke:${bad}}.broken-fill{fill:${bad}}
.focus{stroke:${ink}}.focus-fill{fill:${ink}}
.rule{stroke:${line}}
${palette.domains.map((colour, index) => `.d${index}{fill:${colour}}.l${index}{stroke:${colour}}`).join("\n")}
.lined{stroke:${faint}}.headed{fill:${faint}}
.l-bad{stroke:${bad}}.d-bad{fill:${bad}}
`;
}
